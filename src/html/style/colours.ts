/** The palette: one accent on warm paper. Every pair of writing and ground reaches 7:1 (WCAG 2.2, 1.4.6), measured by `contrast` and held by test/html. */
export const COLOURS = {
  light: { ink: '#2a2420', soft: '#544a42', paper: '#fbf7f0', card: '#fffdf9', line: '#e4d9ca', edge: '#8b7d70', accent: '#7c2f12', deep: '#5f220b', mark: '#fbe6c9', calm: '#f3ebdf' },
  dark: { ink: '#f1e9df', soft: '#cabeb1', paper: '#1c1815', card: '#26211d', line: '#40382f', edge: '#9a8c7e', accent: '#f5b193', deep: '#ffcdb6', mark: '#4d321f', calm: '#2f2924' },
} as const;

export type Scheme = keyof typeof COLOURS;
export type Colour = keyof (typeof COLOURS)[Scheme];

/** Which colours are written on which. */
export const WRITINGS = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'calm'],
  ['ink', 'mark'],
  ['soft', 'paper'],
  ['soft', 'card'],
  ['soft', 'calm'],
  ['accent', 'paper'],
  ['accent', 'card'],
  ['paper', 'accent'],
  ['paper', 'deep'],
] as const satisfies readonly (readonly [Colour, Colour])[];

/** Contrast of two colours after WCAG 2.2, 1..21. @param one,other as #rrggbb */
export function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
