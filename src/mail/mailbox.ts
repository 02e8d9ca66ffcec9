import { headersOf, partsOf, textOf } from './message-parts.js';
import type { Letter } from './transport.js';

/** A mail as a reader's program shows it. */
export interface OpenedLetter {
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly text: string;
  readonly html: string;
  readonly source: string;
}

export function openLetter({ to, bytes }: Letter): OpenedLetter {
  const headers = headersOf(bytes);
  const parts = partsOf(bytes);
  const leaf = (type: string): string => {
    const part = parts.find((one) => one.type === type);
    return part ? textOf(part) : '';
  };
  return { to, subject: decodedWords(headers.get('subject') ?? ''), date: headers.get('date') ?? '', text: leaf('text/plain'), html: leaf('text/html'), source: bytes.toString('latin1') };
}

/** Encoded words of a header field (RFC 2047) as nodemailer writes them: UTF-8, in Q or B; a letter may be cut by the end of a word. */
function decodedWords(field: string): string {
  const joined = field.replaceAll(/\?=\s+=\?utf-8\?[qb]\?/giu, '');
  return joined.replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/giu, (_, encoding: string, text: string) => {
    if (encoding.toLowerCase() === 'b') return Buffer.from(text, 'base64').toString();
    const bytes = text.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/giu, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString();
  });
}
