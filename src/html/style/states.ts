export const STATES = `
.notice { background: var(--calm); border-left: 4px solid var(--accent); border-radius: 0 var(--round) var(--round) 0; padding: 0.75rem 1rem; margin: 1rem 0; display: flex; gap: 0.6rem; align-items: baseline; }
.notice > span { flex: 1; min-width: 0; }
.empty { border: 1px dashed var(--edge); border-radius: 0.875rem; padding: 1.1rem 1.25rem; margin: 0.9rem 0; }
.coach { background: var(--calm); border-radius: var(--round); padding: 0.75rem 1rem; }
.coach:empty { display: none; }
.coach p { margin: 0.25rem 0; }
meter { width: 8rem; height: 0.75rem; accent-color: var(--accent); vertical-align: middle; margin-right: 0.5rem; }
.htmx-request .waiting { visibility: visible; }
.waiting { visibility: hidden; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: reduce) { *, ::before, ::after { transition: none !important; animation: none !important; scroll-behavior: auto !important; } }
@media (forced-colors: active) { article.give, .notice { border-left-color: Highlight; } }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --paper: #fff; --card: #fff; --accent: #000; --line: #999; --mark: #eee; --calm: #fff; }
  .top, .bottom, .skip, form, .answers, details { display: none; }
  body { font-size: 11pt; }
  #content { max-width: none; padding: 0; }
  article { break-inside: avoid; }
  a { color: inherit; }
}
`;
