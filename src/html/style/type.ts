import { TYPE_SCALE } from './tokens.js';

/** The scale itself, for the page that shows it. */
const scale = Object.keys(TYPE_SCALE)
  .map((name) => `.size-${name} { font-size: var(--size-${name}); line-height: 1.2; }`)
  .join('\n');

export const TYPE = `
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: var(--size-text)/1.6 var(--serif); overflow-wrap: break-word; font-kerning: normal; hanging-punctuation: first; }
h1, h2, h3 { text-wrap: balance; line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; overflow-wrap: anywhere; }
h1 { font-size: var(--size-one); margin: 0.5rem 0 0.75rem; color: var(--accent); letter-spacing: -0.02em; line-height: 1.12; }
h2 { font-size: var(--size-two); margin: 2.75rem 0 0.75rem; }
h3 { font-size: var(--size-three); margin: 1.75rem 0 0.5rem; }
article h2, article h3 { margin: 0 0 0.5rem; font-size: var(--size-three); }
p { margin: 0.5rem 0; text-wrap: pretty; }
.lead { font-size: var(--size-lead); color: var(--soft); line-height: 1.5; }
.label, .hint { font-family: var(--sans); font-size: var(--size-small); line-height: 1.45; color: var(--soft); }
.label { margin: 0.9rem 0 0.1rem; }
article > .label:first-child { margin-top: 0; }
.silence { color: var(--soft); font-style: italic; max-width: 36rem; }
a { color: var(--accent); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
a:hover { color: var(--deep); text-decoration-thickness: 0.12em; }
blockquote { margin: 0.1rem 0; overflow-wrap: anywhere; }
blockquote.voice { font-size: var(--size-lead); line-height: 1.45; }
mark { background: var(--mark); color: inherit; border-radius: 0.2rem; padding: 0.05em 0.15em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
code { overflow-wrap: anywhere; font-size: 0.92em; }
pre { overflow-x: auto; white-space: pre-wrap; font-size: var(--size-small); background: var(--card); border: 1px solid var(--line); border-radius: var(--round); padding: 0.75rem; }
svg.icon { width: 1.2em; height: 1.2em; vertical-align: -0.22em; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; flex: none; }
.scale { list-style: none; padding: 0; }
.scale li { margin: 0.35rem 0; overflow-wrap: anywhere; }
${scale}
`;
