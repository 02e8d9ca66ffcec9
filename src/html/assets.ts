import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { appIcon, appIconDrawing } from './app-icon.js';
import { COLOURS } from './style/colours.js';
import { STYLE } from './style.js';

/** A file that is the same for everybody. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

const STYLE_SHEET = Buffer.from(STYLE);
const HTMX = readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'));
/** Changes with the content, so that a browser may keep the file for good. */
const versionOf = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 10);
export const STYLE_PATH = `/style.css?v=${versionOf(STYLE_SHEET)}`;
export const HTMX_PATH = `/htmx.js?v=${versionOf(HTMX)}`;

/** Asks the browser to keep the notice for days without a net; nothing else of this service lives offline, and nothing of anybody. */
const OFFLINE = `if ('serviceWorker' in navigator) navigator.serviceWorker.register('/offline-worker.js').catch(() => undefined);`;
const WORKER = `
const NOTICE = '/offline';
const KEPT = [NOTICE, '${STYLE_PATH}', '/icon.svg'];
const keep = () => caches.delete('notice').then(() => caches.open('notice')).then((cache) => cache.addAll(KEPT));
self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, search } = new URL(request.url);
  const kept = request.mode === 'navigate' ? NOTICE : KEPT.find((path) => path === pathname + search);
  if (request.method === 'GET' && kept) event.respondWith(fetch(request).catch(() => caches.match(kept)));
});
`;
const NOTICE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Gern</title>
<link rel="stylesheet" href="${STYLE_PATH}"><link rel="icon" href="/icon.svg" type="image/svg+xml"></head>
<body><header class="top"><div><a class="brand" href="/">Gern</a></div></header><div id="content"><main><h1>Offline</h1>
<p class="lead">You are offline. Nothing was lost; load the page again when the net is back.</p>
<p class="lead" lang="de">Gerade kein Netz. Nichts ist verloren; lade die Seite neu, sobald es wieder da ist.</p>
<p class="lead" lang="es">Ahora no hay conexión. No se ha perdido nada; vuelve a cargar la página cuando regrese.</p></main></div></body></html>`;
const MANIFEST = {
  name: 'Gern',
  short_name: 'Gern',
  start_url: '/',
  display: 'standalone',
  background_color: COLOURS.light.paper,
  theme_color: COLOURS.light.paper,
  icons: [{ src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' }, ...[192, 512].map((size) => ({ src: `/icon-${size}.png`, type: 'image/png', sizes: `${size}x${size}`, purpose: 'any maskable' }))],
};

const script = (text: string): Asset => ({ type: 'text/javascript; charset=utf-8', body: Buffer.from(text.trim()) });

/** By name, as they stand at the root of the install. */
export const ASSETS: Readonly<Record<string, Asset>> = {
  'style.css': { type: 'text/css; charset=utf-8', body: STYLE_SHEET },
  'htmx.js': { type: 'text/javascript; charset=utf-8', body: HTMX },
  'offline.js': script(OFFLINE),
  'offline-worker.js': script(WORKER),
  offline: { type: 'text/html; charset=utf-8', body: Buffer.from(NOTICE) },
  'manifest.webmanifest': { type: 'application/manifest+json; charset=utf-8', body: Buffer.from(JSON.stringify(MANIFEST)) },
  'icon.svg': { type: 'image/svg+xml', body: Buffer.from(appIconDrawing()) },
  'icon-192.png': { type: 'image/png', body: appIcon(192) },
  'icon-512.png': { type: 'image/png', body: appIcon(512) },
};
