import { DomainError } from '../errors.js';
import { previewGuestList, type GuestListPreview, type PreviewOptions } from './guest-list/preview.js';
import type { RowNote } from './guest-list/row-notes.js';

export interface Attendee {
  /** Where the guest is stored; undefined for one of a file. */
  readonly id?: string;
  readonly name: string;
  /** Empty where the file gives none. */
  readonly email: string;
  readonly asks: readonly string[];
  readonly offers: readonly string[];
  readonly company?: string;
}

export interface AttendeeList {
  readonly attendees: readonly Attendee[];
  readonly read: number;
  readonly merged: number;
  readonly skipped: number;
  readonly warnings: readonly RowNote[];
  /** What was taken for likely without being sure. */
  readonly questions: GuestListPreview['questions'];
}

/**
 * Reads the messy export of a sign-up form at once, for the command line: what is unclear is read as is likeliest, and told.
 * Whoever did not agree to be on the list, where the form asked, is left out (P3).
 * @throws unreadable-file or too-large, saying what to do
 */
export function readAttendees(bytes: Buffer, options: PreviewOptions = {}): AttendeeList {
  const { guests, notes, counts, questions, headers } = previewGuestList(bytes, options);
  const missing = questions.find(({ code }) => code === 'missing-column');
  if (missing?.code === 'missing-column')
    throw new DomainError(
      'unreadable-file',
      missing.wanted === 'person'
        ? `No column holds names or addresses. Name one with --name-column or --email-column. The file has: ${headers.join(' | ')}`
        : `No column says what people look for or offer. Name them with --ask-column and --offer-column. The file has: ${headers.join(' | ')}`,
    );
  const willing = guests.filter(({ consents }) => consents !== false);
  return {
    attendees: willing.map(({ name, email, asks, offers, company }) => ({ name: name || email, email, asks, offers, ...(company !== '' && { company }) })),
    read: counts.read,
    merged: counts.merged,
    skipped: counts.leftOut + guests.length - willing.length,
    warnings: notes,
    questions,
  };
}
