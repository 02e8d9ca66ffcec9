/** The one style sheet: warm, calm, typographic; light and dark; phone first. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #2b2622; --soft: #6b615a; --paper: #fbf7f1; --card: #ffffff; --line: #e6dccf; --accent: #a8431f; --mark: #fbe3c8; }
@media (prefers-color-scheme: dark) { :root { --ink: #efe7dd; --soft: #b5a99d; --paper: #1d1916; --card: #282320; --line: #40382f; --accent: #f0a27f; --mark: #5a3a22; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 Georgia, 'Iowan Old Style', 'DejaVu Serif', serif; }
h1 { font-size: 2.25rem; line-height: 1.15; margin: 1rem 0 0.5rem; color: var(--accent); }
h2 { font-size: 1.375rem; margin: 2.5rem 0 0.75rem; }
p { margin: 0.4rem 0; }
.lead, .label, .silence { color: var(--soft); }
.label { font-size: 0.875rem; margin-top: 0.75rem; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end; margin: 1.5rem 0; }
label { display: block; flex: 1 1 12rem; font-size: 0.875rem; color: var(--soft); }
select, button, input, textarea { font: inherit; color: var(--ink); min-height: 2.75rem; padding: 0.35rem 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); max-width: 100%; }
select, input:not([type='checkbox'], [type='radio']), textarea { display: block; width: 100%; }
input[type='checkbox'] { min-height: 0; margin-right: 0.5rem; }
textarea { min-height: 6rem; }
.fault { display: block; color: var(--accent); }
.honey { position: absolute; left: -9999px; }
code { overflow-wrap: anywhere; }
button { background: var(--accent); border-color: var(--accent); color: var(--paper); cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
article { background: var(--card); border: 1px solid var(--line); border-radius: 0.75rem; padding: 1rem 1.25rem; margin: 0.75rem 0; overflow-wrap: anywhere; }
blockquote { margin: 0.1rem 0; }
mark { background: var(--mark); color: inherit; border-radius: 0.2rem; padding: 0 0.1em; }
pre { overflow-x: auto; white-space: pre-wrap; font-size: 0.875rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; padding: 0.75rem; }
iframe.mail { width: 100%; height: 40rem; border: 1px solid var(--line); border-radius: 0.5rem; background: #ffffff; }
.press { display: inline-block; margin-top: 0.75rem; color: var(--accent); min-height: 2.75rem; line-height: 2.75rem; }
button.quiet { background: var(--card); color: var(--ink); border-color: var(--line); }
fieldset { border: 1px solid var(--line); border-radius: 0.5rem; flex: 1 1 100%; }
fieldset label { font-size: 1rem; color: var(--ink); padding: 0.25rem 0; }
.notice { border-left: 3px solid var(--accent); padding-left: 0.75rem; }
nav a { color: var(--accent); margin-right: 0.75rem; }
`;
