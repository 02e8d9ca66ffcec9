const LONGEST_ANSWER = 200;

/** What a server answered, fit to be kept: one line, no addresses. */
export function keptAnswer(text: string): string {
  return text
    .replaceAll(/\S*@\S*/gu, '<…>')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_ANSWER);
}

/**
 * Whether a permanent refusal says that the mailbox is not there, and not that it is full or that this sender, mail or route is unwelcome:
 * only then is the address to be left alone for good. By the enhanced code (RFC 3463) where there is one, else by the code of RFC 5321.
 */
export function isAddressFault(answer: string): boolean {
  const [, subject, detail] = /\b5\.(\d{1,3})\.(\d{1,3})\b/u.exec(answer) ?? [];
  if (subject === undefined) return /^(?:550|551|553)\b/u.test(answer);
  return subject === '1' || ['0.0', '2.0', '2.1', '4.1', '4.4'].includes(`${subject}.${detail}`);
}
