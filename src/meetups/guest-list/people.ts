import { domainToASCII } from 'node:url';

import { fold } from '../../engine/engine.js';

const ADDRESS = /^[^\s@,;:<>()[\]"]+@[^\s@,;:<>()[\]"]+\.[^\s@,;:<>()[\]".]{2,}$/u;
const LONGEST_ADDRESS = 254;
const ROLE = /^(?:info|office|buero|büro|kontakt|contact|contacto|hello|hallo|hola|mail|post|team|admin|sekretariat|secretaria|oficina|support|service|events?|no-?reply)@/u;

export type AddressFinding = 'invalid-address' | 'several-addresses' | 'role-address';

/** What is wrong with an address, written in small letters; undefined where one person's mailbox may stand behind it. */
export function addressFinding(email: string): AddressFinding | undefined {
  if (email.split(/[\s,;]+/u).filter((part) => part.includes('@')).length > 1) return 'several-addresses';
  if (Buffer.byteLength(email) > LONGEST_ADDRESS || !ADDRESS.test(email) || /^\.|\.\.|\.@/u.test(email)) return 'invalid-address';
  return ROLE.test(email) ? 'role-address' : undefined;
}

/** One spelling for all that reach the same mailbox: composed letters, no "+tag", the domain as the network writes it. */
export function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.normalize('NFC').toLowerCase().split('@');
  return `${local.replace(/\+.*$/u, '')}@${domainToASCII(domain) || domain}`;
}

const LINK = /https?:|www\.|\b[\p{L}\d-]{3,}\.(?:com|org|net|info|eu|de|at|ch|es|cat|uk|fr|it|io|app|me|tv)\b/iu;
const PHONE = /(?:\d[\s()/.-]{0,3}){7,}/u;

/** What stands in a name that belongs in no name. */
export function nameFinding(name: string): 'address' | 'link' | 'phone' | undefined {
  if (name.includes('@')) return 'address';
  if (LINK.test(name)) return 'link';
  return PHONE.test(name) ? 'phone' : undefined;
}

const YES = [
  'ja',
  'yes',
  'si',
  'y',
  'j',
  'true',
  'wahr',
  'verdadero',
  '1',
  'ok',
  'okay',
  '✓',
  '✔',
  '☑',
  'einverstanden',
  'ich bin einverstanden',
  'ja gern',
  'gern',
  'gerne',
  'i agree',
  'agreed',
  'acepto',
  'de acuerdo',
  'si acepto',
];
const NO = [
  'nein',
  'no',
  'n',
  'false',
  'falsch',
  'falso',
  '0',
  'nicht einverstanden',
  'ich bin nicht einverstanden',
  'nein danke',
  'no thanks',
  'no thank you',
  'i do not agree',
  'no acepto',
  'no gracias',
];
/** The text of a ticked box: yes, a comma, and what was agreed to, without an "if" or "but". */
const TICKED = /^(?:ja|yes|si|ok),? (?=.*(?:einverstanden|stimme zu|agree|consent|acepto|de acuerdo|consiento))(?!.*\b(?:nicht|not|no|nur|only|solo|aber|but|pero|wenn|if)\b)/u;

/** A clear yes or no in three languages; undefined where it is neither, which counts as no. */
export function consentOf(cell: string): boolean | undefined {
  const said = fold(cell.trim())
    .replace(/[.!]+$/u, '')
    .replace(/\s+/gu, ' ');
  if (YES.includes(said) || YES.includes(said.replaceAll(',', '')) || TICKED.test(said)) return true;
  return NO.includes(said) || NO.includes(said.replaceAll(',', '')) ? false : undefined;
}

const COMING = /^(?:approved|yes|si|ja|attending|checked in|attended|going|paid|bezahlt|pagado|teilnehmend|teilnahme|eingecheckt|asiste|asistira|registrado|confirmado)$/u;
const AWAY =
  /^(?:declined|pending(?:[_ ]approval)?|waitlist(?:ed)?|invited|no|nein|not going|not attending|cancell?ed|deleted|refunded|expired|overdue|ausstehend|abgelaufen|storniert|abgesagt|warteliste|pendiente|caducado|cancelado|reembolsado|no asistira|en espera)$/u;

/** Whether the status of a service says that the guest comes; undefined where the word is not known. */
export function isComing(status: string): boolean | undefined {
  const said = fold(status.trim()).replace(/\s+/gu, ' ');
  if (said === '' || COMING.test(said)) return true;
  return AWAY.test(said) ? false : undefined;
}
