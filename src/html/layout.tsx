import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

import { LANGUAGES, type Language } from '../engine/engine.js';
import { HTMX_PATH, STYLE_PATH } from './assets.js';
import type { MessageKey } from './messages/en.js';
import { message } from './messages.js';
import { COLOURS } from './style/colours.js';

/** Whose page it is: it decides what the header leads to. */
export type Audience = 'visitor' | 'member' | 'organizer';

interface LayoutProps {
  readonly language: Language;
  readonly title: string;
  readonly children: ComponentChildren;
  /** `visitor` when left out. */
  readonly audience?: Audience;
  /** Path of the place in the header to which the page belongs. */
  readonly here?: string;
  /** Whether the member who reads organizes too. */
  readonly organizes?: boolean;
  /** Path of this page, where a visitor may choose another language for it; left out where it hangs on a link or a form. */
  readonly languageAt?: string | undefined;
  /** Whether the page changes while one types. Everything works without. */
  readonly live?: boolean;
}

type Place = readonly [href: string, name: MessageKey];
const PLACES: Readonly<Record<Audience, readonly Place[]>> = {
  visitor: [],
  member: [
    ['/', 'nav.home'],
    ['/statements', 'nav.statements'],
    ['/board', 'nav.board'],
    ['/introductions', 'nav.introductions'],
    ['/meetups', 'nav.meetups'],
    ['/settings', 'nav.settings'],
  ],
  organizer: [
    ['/today', 'nav.today'],
    ['/rounds', 'nav.rounds'],
    ['/meetups', 'nav.meetups'],
    ['/members', 'nav.members'],
    ['/network', 'nav.network'],
    ['/', 'nav.home'],
  ],
};
const ORGANIZE: Place = ['/today', 'nav.organize'];
/** htmx brings its own styles along unless told not to; ours stand in the one style sheet. */
const HTMX_SETTINGS = '{"includeIndicatorCSS": false}';

export function Layout({ language, title, children, audience = 'visitor', here, organizes = false, live = false, languageAt }: LayoutProps): VNode {
  const t = (key: MessageKey): string => message(language, key);
  const places = organizes && audience === 'member' ? [...PLACES.member, ORGANIZE] : PLACES[audience];
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="description" content={t('page.lead')} />
        <link rel="stylesheet" href={STYLE_PATH} />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-192.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <meta name="theme-color" content={COLOURS.light.paper} media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content={COLOURS.dark.paper} media="(prefers-color-scheme: dark)" />
        {live && <meta name="htmx-config" content={HTMX_SETTINGS} />}
        {live && <script src={HTMX_PATH} defer />}
        {/* Whoever only follows a link gets no script. */}
        {audience !== 'visitor' && <script src="/offline.js" defer />}
      </head>
      <body>
        <a class="skip" href="#content">
          {t('nav.skip')}
        </a>
        <header class="top">
          <div>
            <a class="brand" href="/">
              Gern
            </a>
            {places.length > 0 && (
              <nav aria-label={t('nav.name')}>
                <ul>
                  {places.map(([href, name]) => (
                    <li>
                      <a href={href} aria-current={href === here ? 'page' : undefined}>
                        {t(name)}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
          </div>
        </header>
        <div id="content" tabindex={-1}>
          {children}
        </div>
        <footer class="bottom">
          <div>
            <p>{t('footer.promise')}</p>
            {languageAt !== undefined && <LanguageChoice language={language} at={languageAt} />}
          </div>
        </footer>
      </body>
    </html>
  );
}

/** Remembered by a cookie that holds the language alone; works by a press, without scripts. */
function LanguageChoice({ language, at }: { readonly language: Language; readonly at: string }): VNode {
  return (
    <form method="post" action="/language" class="languages">
      <input type="hidden" name="then" value={at} />
      {LANGUAGES.map((other) => (
        <button type="submit" name="language" value={other} lang={other} aria-current={other === language ? 'true' : undefined}>
          {message(other, `language.${other}`)}
        </button>
      ))}
    </form>
  );
}

export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
