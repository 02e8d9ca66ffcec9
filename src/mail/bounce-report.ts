import { isAddressFault } from './answer.js';
import { fieldsOf, headersOf, partsOf, textOf, type Part } from './message-parts.js';

/** What a mail that came back tells. */
export interface BounceReport {
  /** `hard`: the mailbox is not there. `soft`: it could not be reached this time. `complaint`: its reader called the mail spam. */
  readonly kind: 'hard' | 'soft' | 'complaint';
  /** Of the mail that it speaks of, as far as it quotes it. */
  readonly messageId: string | undefined;
  /** What the reporting server said. */
  readonly status: string;
}

/**
 * Reads delivery reports (RFC 3464), complaints (RFC 5965) and qmail's own form of bounce.
 * @returns undefined for all else: delays, receipts, absences, answers of people
 */
export function readBounceReport(message: Buffer): BounceReport | undefined {
  const parts = partsOf(message);
  const messageId = quotedMessageId(parts);
  if (parts.some(({ type }) => type === 'message/feedback-report')) {
    const feedback = fieldsOf(textOf(parts.find(({ type }) => type === 'message/feedback-report')!));
    return feedback.get('feedback-type')?.toLowerCase() === 'abuse' ? { kind: 'complaint', messageId, status: 'abuse' } : undefined;
  }
  const delivery = parts.find(({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status');
  if (delivery) return ofDelivery(textOf(delivery), messageId);
  return ofQmail(headersOf(message), parts, messageId);
}

/** The first block speaks of the message, each further one of a recipient; a mail of ours has one. */
function ofDelivery(text: string, messageId: string | undefined): BounceReport | undefined {
  const recipient = text
    .trim()
    .split(/\r?\n(?:[ \t]*\r?\n)+/u)
    .map(fieldsOf)
    .find((fields) => fields.has('action'));
  if (recipient?.get('action')?.toLowerCase() !== 'failed') return undefined;
  const status = /[245]\.\d{1,3}\.\d{1,3}/u.exec(recipient.get('status') ?? '')?.[0] ?? '';
  const said = recipient.get('diagnostic-code')?.replace(/^[^;]*;\s*/u, '') ?? '';
  // 5.0.0 says no more than "failed"; then the words of the server know better.
  const telling = status !== '' && status !== '5.0.0' ? status : said || status;
  return { kind: isAddressFault(telling) ? 'hard' : 'soft', messageId, status: telling.slice(0, 100) };
}

/** The "qmail-send bounce message format": a text that opens with these words and quotes the mail below a line. */
function ofQmail(headers: ReadonlyMap<string, string>, parts: readonly Part[], messageId: string | undefined): BounceReport | undefined {
  const [first] = parts;
  if (first === undefined || headers.has('auto-submitted')) return undefined;
  const text = textOf(first);
  if (!/^\s*Hi\. This is the qmail-send program/u.test(text)) return undefined;
  const [told = '', quoted = ''] = text.split(/^--- Below this line is a copy of the message\./mu);
  const status = /\b5\.\d{1,3}\.\d{1,3}\b|\b55[013]\b/u.exec(told)?.[0] ?? '';
  return { kind: isAddressFault(status) ? 'hard' : 'soft', messageId: messageId ?? fieldsOf(quoted.trimStart()).get('message-id'), status };
}

/** From the returned message, or the header of it. */
function quotedMessageId(parts: readonly Part[]): string | undefined {
  for (const part of parts) {
    if (part.type !== 'message/rfc822' && part.type !== 'text/rfc822-headers' && part.type !== 'message/rfc822-headers' && part.type !== 'message/global') continue;
    const id = headersOf(part.body).get('message-id') ?? fieldsOf(textOf(part)).get('message-id');
    if (id !== undefined) return id;
  }
  return undefined;
}
