import { createHash, randomBytes, randomInt } from 'node:crypto';

/** No letters that a person could take for another one, or for a digit. */
const ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679';
const CODE_LENGTH = 8;

/** 192 bits of chance, fit for an address or a cookie. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** What is stored of a secret with much chance in it: enough to know it again, too little to use it. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A code to be typed from one device into another, about 37 bits: only for use with few attempts. */
export function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** In two halves, as people read it. */
export function shownCode(code: string): string {
  return `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;
}

/** A code as it was typed: without case, spaces and hyphens. */
export function typedCode(text: string): string {
  return text.toUpperCase().replace(/[\s-]/gu, '');
}
