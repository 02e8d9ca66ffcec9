/** Writings a guest list may come in. */
export const ENCODINGS = ['utf-8', 'windows-1252', 'macintosh', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** All readings that are possible, the likeliest first, where it is not sure; else empty. */
  readonly doubt: readonly Encoding[];
}

const BYTE_ORDER_MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** In UTF-16 every second byte of Latin letters is zero. */
const ZEROS_OF_UTF16 = 0.3;
/** Bytes that look at the writing of a large file: enough to tell, quick to read. */
const LOOKED_AT = 65_536;
/** What a Mac's umlauts and accents become when they are read as Windows-1252: signs that no word has between small letters. */
const MAC_READ_AS_WINDOWS = /\p{Ll}[ŠŽŒŸ‡ˆ‰ƒ†•˜™–—”“’‘š›œž]\p{Ll}/u;

/** What Windows-1252 has at 0x80 to 0x9F: the TextDecoder of Node 20 reads it as Latin-1 there, which has no €, no dashes and no quotes. */
const WINDOWS_SIGNS = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'];

/** Reads bytes as text. UTF-8 and a byte order mark are certain; old one-byte writings are told apart by what their reading would look like. */
export function decode(bytes: Buffer, told?: Encoding): Decoded {
  if (told !== undefined) return { text: read(bytes, told), encoding: told, doubt: [] };
  const marked = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0] ?? unmarkedUtf16(bytes);
  if (marked !== undefined) return { text: read(bytes, marked), encoding: marked, doubt: [] };
  const { wellFormed, malformed } = countSequences(bytes);
  if (malformed === 0) return { text: read(bytes, 'utf-8'), encoding: 'utf-8', doubt: [] };
  if (wellFormed > 0) return between(bytes, wellFormed > malformed ? ['utf-8', 'windows-1252'] : ['windows-1252', 'utf-8']);
  const text = read(bytes, 'windows-1252');
  return MAC_READ_AS_WINDOWS.test(text) ? between(bytes, ['macintosh', 'windows-1252']) : { text, encoding: 'windows-1252', doubt: [] };
}

function between(bytes: Buffer, doubt: readonly [Encoding, Encoding]): Decoded {
  return { text: read(bytes, doubt[0]), encoding: doubt[0], doubt };
}

/** Buffers keep halves of characters, which TextDecoder would turn into question marks: they are to be told to the organizer. */
function read(bytes: Buffer, encoding: Encoding): string {
  switch (encoding) {
    case 'utf-16le':
      return bytes.toString('utf16le').replace(/^\uFEFF/u, '');
    case 'utf-16be':
      return swapped(bytes)
        .toString('utf16le')
        .replace(/^\uFEFF/u, '');
    case 'windows-1252':
      return bytes.toString('latin1').replace(/[\u0080-\u009F]/gu, (control) => WINDOWS_SIGNS[control.charCodeAt(0) - 0x80]!);
    default:
      return new TextDecoder(encoding).decode(bytes);
  }
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}

function unmarkedUtf16(bytes: Buffer): Encoding | undefined {
  const head = bytes.subarray(0, LOOKED_AT);
  const zeros = [0, 0];
  head.forEach((byte, i) => (zeros[i % 2]! += byte === 0 ? 1 : 0));
  const enough = (head.length / 2) * ZEROS_OF_UTF16;
  if (zeros[1]! > enough && zeros[0]! < enough / 10) return 'utf-16le';
  return zeros[0]! > enough && zeros[1]! < enough / 10 ? 'utf-16be' : undefined;
}

/** How many characters beyond ASCII are well-formed UTF-8, and how many bytes are not. */
function countSequences(bytes: Buffer): { readonly wellFormed: number; readonly malformed: number } {
  let wellFormed = 0;
  let malformed = 0;
  for (let i = 0; i < bytes.length; i++) {
    const first = bytes[i]!;
    if (first < 0x80) continue;
    const more = first >= 0xc2 && first <= 0xdf ? 1 : first >= 0xe0 && first <= 0xef ? 2 : first >= 0xf0 && first <= 0xf4 ? 3 : 0;
    const isWhole = more > 0 && bytes.subarray(i + 1, i + 1 + more).every((byte) => (byte & 0xc0) === 0x80) && i + more < bytes.length;
    if (isWhole) {
      wellFormed++;
      i += more;
    } else malformed++;
  }
  return { wellFormed, malformed };
}

const MAGIC: readonly (readonly [what: string, start: string])[] = [
  ['a spreadsheet or ZIP archive', 'PK\u0003\u0004'],
  ['an old Excel file', '\u00D0\u00CF\u0011\u00E0'],
  ['a PDF', '%PDF'],
  ['a picture', '\u0089PNG'],
  ['a picture', '\u00FF\u00D8\u00FF'],
  ['a compressed file', '\u001F\u008B'],
];
const MOST_CONTROLS = 0.1;

/** What these bytes are where they are no text at all. A single NUL does not make a binary: it is told at its row. */
export function binaryKind(bytes: Buffer): string | undefined {
  const start = bytes.subarray(0, 8).toString('latin1');
  const magic = MAGIC.find(([, mark]) => start.startsWith(mark));
  if (magic) return magic[0];
  const head = bytes.subarray(0, LOOKED_AT);
  if (head[0] === 0xff || head[0] === 0xfe || unmarkedUtf16(bytes) !== undefined) return undefined;
  const controls = head.reduce((count, byte) => count + (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d ? 1 : 0), 0);
  return controls > head.length * MOST_CONTROLS ? 'something binary' : undefined;
}
