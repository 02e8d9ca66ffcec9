import MailComposer from 'nodemailer/lib/mail-composer';

import { DomainError } from '../errors.js';
import type { Mail } from './mail.js';

/** What the outbox adds to a mail. */
export interface Frame {
  /** Of the row; makes Message-ID and boundaries. */
  readonly id: string;
  /** Address of the service. */
  readonly from: string;
  readonly date: Date;
  /** Where one press stops the category of this mail; service mails have none. */
  readonly unsubscribeUrl: string | undefined;
}

const LONGEST_ADDRESS = 254;
const LONGEST_SLUG = 60;

export function messageIdOf(id: string, from: string): string {
  return `<${id}@${domainOf(from)}>`;
}

/**
 * The whole message as it goes over the wire: RFC 5322, CRLF, quoted-printable UTF-8. The same mail and frame give the same bytes.
 * @throws forbidden-character, invalid-address where a header field would be torn open
 */
export async function renderMessage(mail: Mail, { id, from, date, unsubscribeUrl }: Frame): Promise<Buffer> {
  const { kind, category, communityName, subject, to, replyTo = from, text, html } = mail;
  for (const [field, value] of Object.entries({ kind, communityName, subject, to, replyTo })) refuseControl(field, value);
  for (const address of [to, replyTo]) refuseList(address);
  const slug = slugOf(communityName);
  const message = new MailComposer({
    messageId: messageIdOf(id, from),
    date,
    from: { name: `${communityName} · Gern`, address: from },
    to: { name: '', address: to },
    replyTo: { name: '', address: replyTo },
    subject,
    text: withPlainLines(text),
    html: withPlainLines(html),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'List-ID': plain(`<${slug}.${domainOf(from)}>`),
      'Feedback-ID': plain(`${kind}:${category}:${slug}:gern`),
      ...(unsubscribeUrl !== undefined && { 'List-Unsubscribe': plain(`<${unsubscribeUrl}>`), 'List-Unsubscribe-Post': plain('List-Unsubscribe=One-Click') }),
    },
    textEncoding: 'quoted-printable',
    newline: '\r\n',
    boundaryPrefix: '=_gern',
    baseBoundary: id,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return endingWithLine(await message.compile().build());
}

/** Without folding or encoding: these fields are read by machines. */
function plain(value: string): { prepared: true; value: string } {
  return { prepared: true, value };
}

/** nodemailer turns each LF into CRLF, but would let a CR alone pass. */
function withPlainLines(text: string): string {
  return text.replaceAll(/\r\n?/gu, '\n');
}

/** The dot that ends the transmission is then three bytes on a line of its own, and nothing is added to the message. */
function endingWithLine(bytes: Buffer): Buffer {
  return bytes.subarray(-2).equals(LINE_END) ? bytes : Buffer.concat([bytes, LINE_END]);
}

const LINE_END = Buffer.from('\r\n');

/** nodemailer guards too, and needed five repairs at this very place. */
function refuseControl(field: string, value: string): void {
  const at = value.search(/[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}]/u);
  if (at >= 0) throw new DomainError('forbidden-character', `The header field made of "${field}" would hold a control character or line break at character ${at + 1}. Please take it out.`);
}

function refuseList(address: string): void {
  if (/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/u.test(address) && Buffer.byteLength(address) <= LONGEST_ADDRESS) return;
  throw new DomainError('invalid-address', 'A mail goes to one plain address such as mira@example.org, without a name, brackets or a second address.');
}

/** Name of a community as part of a domain name. */
function slugOf(name: string): string {
  const spelled = name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').normalize('NFD');
  const slug = spelled.replaceAll(/\p{M}/gu, '').replaceAll(/[^a-z0-9]+/gu, '-');
  return slug.slice(0, LONGEST_SLUG).replaceAll(/^-+|-+$/gu, '') || 'community';
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
