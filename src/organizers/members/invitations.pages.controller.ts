import { Body, Controller, Get, Headers, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { actingMember, CurrentActor, May, type Actor } from '../../accounts/actor.js';
import { DomainError } from '../../errors.js';
import { message } from '../../html/messages.js';
import { readForm } from '../../http/form.js';
import { formParts } from '../../http/form-parts.js';
import { leadTo, sendPage } from '../../http/page.js';
import { Readers } from '../../introductions/reader.js';
import { previewGuestList, type GuestListPreview } from '../../meetups/guest-list/preview.js';
import { InvitationsService } from '../../members/invitations.service.js';
import { MembersService } from '../../members/members.service.js';
import { ImportPage, InvitePage, type Typed } from './invite.pages.js';
import { InviteForm, InvitingForm } from './members.forms.dto.js';

const UNFIT = 422;
const SENT = '/members?done=invited';

/** Invitations to join, to one person or to a list. */
@ApiExcludeController()
@Controller('members')
@May('members.look-after')
export class InvitationPagesController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly members: MembersService,
    private readonly readers: Readers,
  ) {}

  @Get('invite')
  async show(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, InvitePage({ language: (await this.readers.of(actor)).language }));
  }

  @Post('invite')
  async invite(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { form, faults } = await readForm(InviteForm, body);
    if (Object.keys(faults).length > 0) return sendPage(reply, InvitePage({ language: (await this.readers.of(actor)).language, one: { typed: body as Typed, faults } }), UNFIT);
    await this.send(actor, [form.address], form);
    leadTo(reply, SENT);
  }

  /** Looks at a list, as a file or pasted; nobody is invited by that. */
  @Post('import')
  async look(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply, @Headers('content-type') contentType?: string): Promise<void> {
    const { language } = await this.readers.of(actor);
    const list = listOf(body, contentType);
    const { faults } = await readForm(InvitingForm, list.typed);
    if (Object.keys(faults).length > 0) return sendPage(reply, InvitePage({ language, list: { typed: list.typed, faults } }), UNFIT);
    try {
      const preview = previewOf(list);
      sendPage(reply, ImportPage({ language, preview, people: peopleOf(preview), typed: list.typed, list: list.bytes.toString('base64'), column: list.column }));
    } catch (error) {
      if (!(error instanceof DomainError) || error.faults.length === 0) throw error;
      sendPage(reply, InvitePage({ language, list: { typed: list.typed, faults: {}, problem: message(language, 'invite.unreadable', { detail: error.message }) } }), UNFIT);
    }
  }

  /** Invites whom the look showed: the list comes once more, and its hash tells that it is the same. */
  @Post('import/confirm')
  async confirm(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply, @Headers('content-type') contentType?: string): Promise<void> {
    const list = listOf(body, contentType);
    const { form, faults } = await readForm(InvitingForm, list.typed);
    const preview = previewOf(list);
    if (Object.keys(faults).length > 0 || preview.hash !== list.hash || preview.questions.length > 0)
      throw new DomainError('not-possible', 'This is not the list that was looked at. Nobody was invited; please look at it once more.');
    await this.send(
      actor,
      peopleOf(preview).map(({ address }) => address),
      form,
    );
    leadTo(reply, SENT);
  }

  private async send(actor: Actor, addresses: readonly string[], { language, formal }: InvitingForm): Promise<void> {
    const { name } = await this.members.get(actor.communityId, actingMember(actor));
    await this.invitations.invite(actor.communityId, { addresses, manner: { language, formal: formal === 'yes' }, from: name });
  }
}

interface SentList {
  readonly bytes: Buffer;
  readonly typed: Typed;
  /** Number of the column that holds the addresses, from 1; empty where it is recognised. */
  readonly column: string;
  readonly hash: string;
}

function listOf(body: unknown, contentType: string | undefined): SentList {
  const parts = formParts(body, contentType);
  const textOf = (name: string): string => parts.get(name)?.toString() ?? '';
  const [file, seen] = [parts.get('file'), textOf('list')];
  const bytes = seen !== '' ? Buffer.from(seen, 'base64') : file !== undefined && file.length > 0 ? file : Buffer.from(textOf('text'));
  const typed = Object.fromEntries(['language', 'formal', 'basis'].map((name) => [name, textOf(name)])) as Typed;
  return { bytes, column: textOf('email'), hash: textOf('hash'), typed: { ...typed, text: bytes.toString() } };
}

function previewOf({ bytes, column }: SentList): GuestListPreview {
  return previewGuestList(bytes, { peopleOnly: true, ...(Number(column) > 0 && { columns: { email: Number(column) } }) });
}

/** Whom a list invites: who has an address that mail can go to and did not say no. */
function peopleOf({ guests }: GuestListPreview): { readonly name: string; readonly address: string }[] {
  return guests.filter(({ email, isMailable, consents }) => email !== '' && isMailable && consents !== false).map(({ name, email }) => ({ name, address: email }));
}
