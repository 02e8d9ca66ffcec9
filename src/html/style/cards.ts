export const CARDS = `
article { background: var(--card); border: 1px solid var(--line); border-radius: 0.875rem; padding: 1.1rem 1.25rem; margin: 0.9rem 0; overflow-wrap: anywhere; }
article.give { border-left: 4px solid var(--accent); }
article .whom { font-size: var(--size-three); font-weight: 600; margin: 0 0 0.25rem; }
article .why { color: var(--soft); }
article.line { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: center; justify-content: space-between; padding-block: 0.6rem; }
article.line > p, article.line form { margin: 0; }
article form:last-child { margin-bottom: 0.25rem; }
article form { margin: 0.9rem 0 0; }
article form.gladly { align-items: end; }
article form.gladly label { flex: 1 1 13rem; max-width: 22rem; }
.people { display: flex; flex-wrap: wrap; gap: 0.5rem; }
.swatches { display: grid; grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr)); gap: 0.75rem; padding: 0; list-style: none; font: var(--size-small)/1.4 var(--sans); }
.swatches svg { display: block; width: 100%; height: 3rem; border: 1px solid var(--line); border-radius: var(--round); }
.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 0.75rem; padding: 0; list-style: none; margin: 1rem 0; }
.figures li { border-top: 2px solid var(--accent); padding-top: 0.5rem; font: var(--size-small)/1.4 var(--sans); color: var(--soft); }
.figures strong { display: block; font: 600 1.75rem/1.2 var(--serif); color: var(--ink); }
.tasks { list-style: none; padding: 0; margin: 1rem 0; border-bottom: 1px solid var(--line); }
.tasks > li { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; align-items: center; justify-content: space-between; border-top: 1px solid var(--line); padding: 0.9rem 0; }
.tasks > li > div { flex: 1 1 16rem; min-width: 0; }
.tasks h2, .tasks h3 { margin: 0; font-size: var(--size-three); }
.tasks .hint { margin: 0.15rem 0 0; }
svg.picture { width: 100%; height: auto; font: 13px var(--sans); }
svg.picture text { fill: var(--ink); }
svg.picture .bar { fill: var(--accent); }
svg.picture .ground { fill: var(--calm); }
svg.chart { display: block; overflow: visible; max-width: 32rem; font-size: 14px; margin: 0.75rem 0; }
svg.picture text.soft { fill: var(--soft); }
svg.picture line.ground { stroke: var(--edge); }
svg.picture .sought, svg.picture .open { fill: var(--mark); stroke: var(--accent); }
svg.picture .over { fill: var(--calm); stroke: var(--edge); }
svg.picture .few { stroke-dasharray: 3 2; fill-opacity: 0.55; stroke: var(--edge); }
.legend { list-style: none; padding: 0; margin: 0.25rem 0; display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; font: var(--size-small)/1.5 var(--sans); color: var(--soft); }
.legend svg { width: 0.9em; vertical-align: -0.1em; margin-right: 0.4rem; }
.gaps { columns: 2 16rem; padding-left: 1.1rem; }
.gaps li { break-inside: avoid; margin: 0.15rem 0; }
`;
