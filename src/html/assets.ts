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

/** Asks the browser to keep the notice for days without a net; nothing else of this service lives offline. */
const OFFLINE = `if ('serviceWorker' in navigator) navigator.serviceWorker.register('/offline-worker.js').catch(() => undefined);`;
const WORKER = `
const NOTICE = '/offline';
self.addEventListener('install', (event) => event.waitUntil(caches.open('notice').then((cache) => cache.add(NOTICE))));
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate' && event.request.method === 'GET') event.respondWith(fetch(event.request).catch(() => caches.match(NOTICE)));
});
`;
const NOTICE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Gern</title>
<h1>Gern</h1><p>You are offline. Nothing was lost; load the page again when the net is back.</p>
<p lang="de">Gerade kein Netz. Nichts ist verloren; lade die Seite neu, sobald es wieder da ist.</p>
<p lang="es">Ahora no hay conexión. No se ha perdido nada; vuelve a cargar la página cuando regrese.</p></html>`;
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
