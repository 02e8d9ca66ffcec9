import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

import type { Language } from '../engine/engine.js';

interface LayoutProps {
  readonly language: Language;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Layout({ language, title, children }: LayoutProps): VNode {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>{children}</body>
    </html>
  );
}

export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
