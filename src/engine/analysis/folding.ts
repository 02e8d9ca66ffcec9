const MARKS = /\p{M}+/gu;
const DIGRAPH = /(?<![aeoq])(a|o|u)e/g;

/** Lower case without accents or umlauts; German sharp s becomes ss. "Größe" -> "grosse", "Gestión" -> "gestion". */
export function fold(word: string): string {
  return word.normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('ß', 'ss').normalize('NFC');
}

/** As `fold`, and the German makeshift spelling ae, oe, ue is read as the umlaut: "fuer" and "für" both give "fur". */
export function foldGerman(word: string): string {
  return fold(word.normalize('NFC')).replace(DIGRAPH, '$1');
}
