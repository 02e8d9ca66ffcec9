export const FORMS = `
form { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; margin: 1.25rem 0; }
form > h2 { flex: 1 1 100%; margin: 0.5rem 0 0; }
form:has(.fault) { align-items: start; }
label, .field { display: block; flex: 1 1 14rem; font: 0.9375rem/1.45 var(--sans); color: var(--ink); }
label:has(textarea), .field.wide, .coach { flex-basis: 100%; }
label .hint { display: block; }
select, button, input, textarea, .button { font: 1rem/1.4 var(--sans); color: var(--ink); min-height: var(--touch); padding: 0.5rem 0.85rem; border: 1px solid var(--edge); border-radius: var(--round); background: var(--card); max-width: 100%; }
select, input:not([type='checkbox'], [type='radio']), textarea { display: block; width: 100%; margin-top: 0.25rem; }
textarea { min-height: 6rem; font: var(--size-text)/1.5 var(--serif); field-sizing: content; resize: vertical; }
input[type='checkbox'], input[type='radio'] { min-height: 0; width: 1.25rem; height: 1.25rem; margin: 0 0.5rem 0 0; accent-color: var(--accent); vertical-align: -0.25rem; }
label:has(> input[type='checkbox'], > input[type='radio']) { display: grid; grid-template-columns: auto 1fr; align-items: center; min-height: 2.25rem; padding: 0.35rem 0; flex-basis: 100%; }
label:has(> input) > .fault { grid-column: 1 / -1; }
[aria-invalid='true'] { border-color: var(--accent); border-width: 2px; }
.fault { display: block; color: var(--accent); font-weight: 600; }
.honey { position: absolute; left: -9999px; }
fieldset { border: 1px solid var(--line); border-radius: var(--round); flex: 1 1 100%; min-width: 0; margin: 0; padding: 0.5rem 1rem 0.75rem; }
fieldset > label:has(> input:not([type='checkbox'], [type='radio'])) { margin-top: 0.6rem; }
legend { font: 0.9375rem/1.45 var(--sans); color: var(--soft); padding: 0 0.4rem; margin-left: -0.4rem; }
button, .button { display: inline-flex; align-items: center; gap: 0.5rem; background: var(--accent); border-color: var(--accent); color: var(--paper); cursor: pointer; font-weight: 600; text-decoration: none; transition: background-color 120ms; }
button:hover, .button:hover { background: var(--deep); border-color: var(--deep); color: var(--paper); }
button.quiet, .button.quiet { background: transparent; color: var(--ink); border-color: var(--edge); font-weight: 400; }
button.quiet:hover, .button.quiet:hover { background: var(--calm); color: var(--ink); border-color: var(--ink); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 0.25rem; }
details { margin: 1rem 0; }
form details.wide { flex: 1 1 100%; margin: 0; }
.fields { display: flex; flex-wrap: wrap; gap: 0.75rem; padding: 0.25rem 0 0.5rem; }
summary { cursor: pointer; font-family: var(--sans); font-size: 0.9375rem; min-height: 2.5rem; line-height: 2.5rem; color: var(--accent); width: fit-content; }
.press { display: inline-block; font-family: var(--sans); font-size: 0.9375rem; color: var(--accent); min-height: 2.75rem; line-height: 2.75rem; }
.answers { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; align-items: center; margin-top: 0.75rem; }
.actions { flex: 1 1 100%; display: flex; flex-wrap: wrap; gap: 0.75rem; margin-top: 0.25rem; }
.answers form { margin: 0; gap: 0.5rem; }
`;
