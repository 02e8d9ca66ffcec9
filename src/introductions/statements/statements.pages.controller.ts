import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

import { actingMember, CurrentActor, May, type Actor } from '../../accounts/actor.js';
import type { StatementKind } from '../../engine/engine.js';
import { notFound } from '../../errors.js';
import { readForm, type FormFaults } from '../../http/form.js';
import { leadTo, sendPage } from '../../http/page.js';
import type { Statement } from '../../members/statement.js';
import { StatementsService } from '../../members/statements.service.js';
import { normalizeText } from '../../plain-text.js';
import type { BoardAsk } from '../board/board.js';
import { BoardService } from '../board/board.service.js';
import { unlessGone } from '../gone.js';
import { Readers } from '../reader.js';
import { CoachPanel } from './coach-panel.js';
import { Coaching } from './coaching.service.js';
import { StatementFormPage, type StatementFormProps } from './statement-form.pages.js';
import { NewStatementQuery, StatementForm, StatementsQuery } from './statements.forms.dto.js';
import { StatementsPage } from './statements.pages.js';

const MOST = 200;
const UNFIT = 422;
const DONE = ['added', 'changed'] as const;

/** One's own asks and offers, and the form where they are written. */
@ApiExcludeController()
@Controller('statements')
@May('statements.write')
export class StatementsPageController {
  constructor(
    private readonly readers: Readers,
    private readonly statements: StatementsService,
    private readonly coaching: Coaching,
    private readonly board: BoardService,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { done }: StatementsQuery, @Res() reply: FastifyReply): Promise<void> {
    const { items } = await this.statements.list(actor.communityId, { memberId: actingMember(actor), limit: MOST });
    const statements = items.reverse().map((one) => ({ ...one, today: this.statements.stateOf(one) }));
    sendPage(reply, StatementsPage({ reader: await this.readers.of(actor), statements, done: DONE.find((one) => one === done) }));
  }

  @Get('new')
  async begin(@CurrentActor() actor: Actor, @Query() { kind, for: wanted }: NewStatementQuery, @Res() reply: FastifyReply): Promise<void> {
    sendPage(reply, await this.formPage(actor, { form: { kind, ...(wanted !== undefined && { for: wanted }) } }));
  }

  @Post()
  async add(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const memberId = actingMember(actor);
    await this.store(actor, body, reply, async ({ kind, text, neededBy = null, place = null, board = null, for: wanted }) => {
      const { id } = await this.statements.create(actor.communityId, { memberId, kind, text, neededBy, place, board: kind === 'ask' ? board : null });
      return (await this.wantedBy(actor, { kind, for: wanted })) ? `/suggestions/${wanted}/${id}` : '/statements?done=added';
    });
  }

  /** What could make it clearer; for a script the answer alone, else the whole page with what was typed. */
  @Post('coach')
  @May('coach')
  @HttpCode(200)
  async advise(@CurrentActor() actor: Actor, @Body() body: unknown, @Res() reply: FastifyReply, @Headers('hx-request') live?: string): Promise<void> {
    const { form } = await readForm(StatementForm, body);
    const kind = form.kind === 'ask' ? 'ask' : 'offer';
    const text = typeof form.text === 'string' ? normalizeText(form.text) : '';
    const coached = await this.coaching.about(actor.communityId, actingMember(actor), kind, text);
    const reader = await this.readers.of(actor);
    if (live === undefined) return sendPage(reply, await this.formPage(actor, { form: { ...form, kind }, coached }));
    const fragment = renderToString(CoachPanel({ language: reader.language, coached }));
    void reply.status(200).header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store').send(fragment);
  }

  @Get(':id/edit')
  async edit(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const { kind, text, neededBy, place, board } = await this.own(actor, id);
    sendPage(reply, await this.formPage(actor, { form: { id, kind, text, ...(neededBy !== null && { neededBy }), ...(place !== null && { place }), ...(board !== null && { board }) } }));
  }

  @Post(':id/edit')
  async change(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { kind } = await this.own(actor, id);
    await this.store(actor, { ...(body as object), kind, id }, reply, async ({ text, neededBy = null, place = null, board = null }) => {
      await this.statements.change(actor.communityId, id, { text, neededBy, place, board: kind === 'ask' ? board : null });
      return '/statements?done=changed';
    });
  }

  /** Stores a form that is well, and leads to where `write` says; shows any other again, with what is wrong. */
  private async store(actor: Actor, body: unknown, reply: FastifyReply, write: (form: StatementForm) => Promise<string>): Promise<void> {
    const { form, faults } = await readForm(StatementForm, body);
    const again = async (wrong: FormFaults): Promise<void> => {
      sendPage(reply, await this.formPage(actor, { form: { ...form, kind: form.kind === 'ask' ? 'ask' : 'offer' }, faults: wrong }), UNFIT);
    };
    if (Object.keys(faults).length > 0) return again(faults);
    leadTo(reply, await write(form));
  }

  private async formPage(actor: Actor, props: Omit<StatementFormProps, 'reader' | 'wanted'>): Promise<VNode> {
    return StatementFormPage({ reader: await this.readers.of(actor), wanted: await this.wantedBy(actor, props.form), ...props });
  }

  /** The ask for which an offer is being written, as long as it stands on the board. */
  private async wantedBy(actor: Actor, { kind, for: askId }: { readonly kind: StatementKind; readonly for?: string | undefined }): Promise<BoardAsk | undefined> {
    return kind === 'offer' && askId !== undefined ? unlessGone(this.board.ask(actor.communityId, actingMember(actor), askId)) : undefined;
  }

  /** @throws not-found also for a statement of somebody else */
  private async own(actor: Actor, id: string): Promise<Statement> {
    const statement = await this.statements.get(actor.communityId, id);
    if (statement.memberId !== actingMember(actor)) throw notFound('This statement');
    return statement;
  }
}
