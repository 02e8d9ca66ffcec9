const JOINERS = /[\u200D\uFE0E\uFE0F\u{1F3FB}-\u{1F3FF}]/gu;
/** Signs that are not to be seen; a font would show a soft hyphen. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu;
const ORNAMENT = '✦';
/** Old signs that say the same as an emoji. */
const OLDER: Readonly<Record<string, string>> = {
  '❤': '♥',
  '🧡': '♥',
  '💛': '♥',
  '💚': '♥',
  '💙': '♥',
  '💜': '♥',
  '🙂': '☺',
  '😊': '☺',
  '⭐': '★',
  '🌟': '★',
  '☀': '☼',
  '✅': '✓',
  '✔': '✓',
  '📞': '☎',
  '📧': '✉',
  '🎵': '♪',
  '🎶': '♫',
  '➡': '→',
};

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text in signs that can be printed; never an empty box. Emoji become an older sign of the same meaning or an ornament, letters in
 * unusual dress become plain ones, and what is left (scripts without a font) is written by its number, such as [U+738B].
 * @param shows whether a sign (one code point) can be printed
 */
export function legible(text: string, shows: (sign: string) => boolean): string {
  const printed = [...graphemes.segment(text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim())].map(({ segment }) => printable(segment, shows)).join('');
  // A name of ornaments alone would name nobody.
  return /[\p{L}\p{N}]/u.test(printed) || text.includes(ORNAMENT) || !printed.includes(ORNAMENT) ? printed : `${printed} ${codeOf(text.trim())}`;
}

function printable(grapheme: string, shows: (sign: string) => boolean): string {
  const isShown = (signs: string): boolean => [...signs].every((sign) => sign === ' ' || shows(sign));
  const plain = grapheme.replace(JOINERS, '') || grapheme;
  if (isShown(plain)) return plain;
  const older = OLDER[[...plain][0]!];
  if (older !== undefined && isShown(older)) return older;
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(plain)) return isShown(ORNAMENT) ? ORNAMENT : '*';
  const undressed = plain.normalize('NFKC');
  if (isShown(undressed)) return undressed;
  const bare = plain.normalize('NFKD').replace(/\p{M}/gu, '');
  return bare !== '' && isShown(bare) ? bare : `[${codeOf(plain)}]`;
}

function codeOf(text: string): string {
  return `U+${text.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
