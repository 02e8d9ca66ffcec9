const MARKS = /\p{M}+/gu;
const FOREIGN = /[^\u0000-\u007f]/;
const DIGRAPH = /(?<![aeoq])(a|o|u)e/g;

/** Lower case without accents or umlauts; German sharp s becomes ss. "Größe" -> "grosse", "Gestión" -> "gestion". */
export function fold(word: string): string {
  // Most words are plain ASCII, and normalising costs ten times as much as this look.
  if (!FOREIGN.test(word)) return word.toLowerCase();
  return word.normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('ß', 'ss').normalize('NFC');
}

/** As `fold`, and the German makeshift spelling ae, oe, ue is read as the umlaut: "fuer" and "für" both give "fur". */
export function foldGerman(word: string): string {
  return fold(word).replace(DIGRAPH, '$1');
}
