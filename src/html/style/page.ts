export const PAGE = `
.skip { position: absolute; left: 0.5rem; top: -4rem; background: var(--card); padding: 0.6rem 1rem; border-radius: var(--round); z-index: 2; }
.skip:focus { top: 0.5rem; }
.top { border-bottom: 1px solid var(--line); font-family: var(--sans); font-size: 0.9375rem; }
.top > div, .bottom > div, #content { max-width: 46rem; margin: 0 auto; padding-left: 1.25rem; padding-right: 1.25rem; }
.top > div { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.25rem; padding-top: 0.35rem; padding-bottom: 0.35rem; }
.brand { font: italic 600 1.5rem/2.75rem var(--serif); text-decoration: none; letter-spacing: -0.01em; }
.top ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; list-style: none; margin: 0; padding: 0; }
.top nav a { display: inline-block; min-height: 2.5rem; line-height: 2.5rem; color: var(--soft); text-decoration: none; border-bottom: 2px solid transparent; }
.top nav a:hover { color: var(--ink); border-color: var(--line); }
.top nav a[aria-current] { color: var(--ink); border-color: var(--accent); }
#content { padding-top: 1.5rem; padding-bottom: 3.5rem; min-height: 60vh; }
#content:focus { outline: none; }
.bottom { border-top: 1px solid var(--line); font-family: var(--sans); font-size: var(--size-small); color: var(--soft); }
.bottom > div { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding-top: 0.75rem; padding-bottom: 1.5rem; align-items: center; }
.bottom a, .bottom p { display: inline-block; line-height: 2.5rem; margin: 0; }
.bottom a { color: inherit; }
.bottom form { margin: 0; gap: 0 1.25rem; }
.bottom button { background: none; border: 0; border-radius: 0; padding: 0; min-height: 2.5rem; font: inherit; font-weight: 400; color: inherit; text-decoration: underline; text-underline-offset: 0.18em; }
.bottom button:hover { background: none; color: var(--ink); }
.bottom button[aria-current] { color: var(--ink); text-decoration: none; }
.places { display: flex; flex-wrap: wrap; gap: 0 1.1rem; font-family: var(--sans); font-size: 0.9375rem; margin: 0 0 1rem; padding: 0; list-style: none; }
.places a, .places .hint { display: inline-block; line-height: 2.5rem; }
.places a[aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.rows { list-style: none; margin: 1rem 0; padding: 0; border-top: 1px solid var(--line); }
.rows li { padding: 0.65rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.rows .label { margin: 0; }
.rows li.guest { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; }
.rows li.guest > div { flex: 1 1 6.5rem; }
.rows form { margin: 0; gap: 0.5rem; }
form.search { margin: 1rem 0 0.25rem; }
.pages { display: flex; gap: 0 1.25rem; align-items: baseline; font-family: var(--sans); font-size: 0.9375rem; }
.pages a { line-height: 2.75rem; }
.pages .label { margin: 0; }
iframe.mail { width: 100%; height: 40rem; border: 1px solid var(--line); border-radius: var(--round); background: #ffffff; }
.hero h1 { font-size: clamp(2.125rem, 7vw, var(--size-display)); margin-top: 1.5rem; }
.hero .lead { max-width: 34rem; }
.steps { counter-reset: step; list-style: none; padding: 0; display: grid; gap: 1rem; }
.steps li { counter-increment: step; padding-left: 2.75rem; position: relative; }
.steps li::before { content: counter(step); position: absolute; left: 0; top: -0.1rem; font: italic 600 1.75rem/1 var(--serif); color: var(--accent); }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-family: var(--sans); font-size: 0.9375rem; }
th, td { text-align: left; padding: 0.5rem 0.75rem 0.5rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
`;
