import { COLOURS, type Scheme } from './colours.js';

/** Sizes of type in rem, a scale of major thirds from the running text. */
export const TYPE_SCALE = { small: 0.875, text: 1.0625, lead: 1.1875, three: 1.1875, two: 1.4375, one: 2.125, display: 2.875 } as const;

const colours = (scheme: Scheme): string =>
  Object.entries(COLOURS[scheme])
    .map(([name, value]) => `--${name}: ${value};`)
    .join(' ');
const sizes = Object.entries(TYPE_SCALE)
  .map(([name, value]) => `--size-${name}: ${value}rem;`)
  .join(' ');

export const TOKENS = `
:root { color-scheme: light dark; ${colours('light')} ${sizes} --serif: Charter, 'Iowan Old Style', 'Source Serif 4', Georgia, 'DejaVu Serif', serif; --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif; --round: 0.625rem; --touch: 2.75rem; }
@media (prefers-color-scheme: dark) { :root { ${colours('dark')} } }
`;
