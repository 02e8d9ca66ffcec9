import type { VNode } from 'preact';

import { renderPage } from '../../html/layout.js';
import { message } from '../../html/messages.js';
import { STYLE } from '../../html/style.js';
import { GiveMap, GiveMapText } from './give-map.js';
import type { MeetupSheet, SheetGuest, SheetTie } from './meetup-sheet.js';
import { placeTexts } from './place-texts.js';
import type { Typesetter } from './typesetter.js';

/** A map of more guests is too fine to be read from one page; there its words stand in its place. */
const MOST_ON_PAPER = 70;

/** On a phone one column; on paper the sheet in two columns, then the cards eight to a page, then the map. */
const PRINT_STYLE = `
body { max-width: 60rem; margin: 0 auto; padding: 1.25rem 1.125rem 3rem; }
h1 { margin-top: 0; }
ol.introductions { padding-left: 0; list-style: none; counter-reset: introduction; }
ol.introductions > li { counter-increment: introduction; margin: 0 0 1rem; break-inside: avoid; overflow-wrap: anywhere; }
ol.introductions label { display: flex; gap: 0.6rem; align-items: baseline; font: inherit; font-weight: 700; color: inherit; min-height: 2rem; }
ol.introductions label::after { content: none; }
ol.introductions input { width: 1.15rem; height: 1.15rem; accent-color: var(--accent); flex: none; }
.connector { font-style: italic; color: var(--soft); }
.programme article { margin: 0 0 1rem; padding: 0; border: 0; background: none; box-shadow: none; break-inside: avoid; }
.programme h3 { margin: 0.9rem 0 0.2rem; font-size: 1rem; } .programme ul { margin: 0; padding-left: 1.2rem; } .programme p { margin: 0.1rem 0; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1rem; }
.cards article { margin: 0; break-inside: avoid; }
.cards h3 { margin: 0; font-size: 1.125rem; }
.cards h4 { margin: 0.6rem 0 0.1rem; font-size: 0.9rem; font-style: italic; font-weight: 400; color: var(--accent); }
.cards dl { margin: 0; } .cards dt { font-weight: 700; } .cards dd { margin: 0 0 0.3rem; }
.map { overflow-x: auto; } .map svg { max-width: none; }
@page { size: A4; margin: 12mm; }
@media print {
  :root { color-scheme: light; --ink: #2b2622; --soft: #6b615a; --paper: #ffffff; --card: #ffffff; --line: #b8ab9b; --accent: #a8431f; }
  body { max-width: none; padding: 0; font-size: 8.5pt; line-height: 1.3; }
  h1 { font-size: 20pt; } h2 { font-size: 13pt; margin-top: 1rem; } h1, h2, h3, h4, .lead { break-after: avoid; } .lead { font-size: 10.5pt; }
  ol.introductions, .open, .programme, .words ul { columns: 2; column-gap: 8mm; } .programme h2 { column-span: all; } .programme h3 { font-size: 9pt; } .open { padding-left: 4mm; }
  li { break-inside: avoid; }
  ol.introductions > li { margin-bottom: 0.45rem; } ol.introductions label { min-height: 0; } ol.introductions input { width: 0.7rem; height: 0.7rem; } p { margin: 0.1rem 0; }
  .cards-part, .map-part { break-before: page; } .cards-part h2 { display: none; }
  .cards { grid-template-columns: 1fr 1fr; gap: 0; font-size: 7.5pt; } .cards h3 { font-size: 12pt; } .cards h4 { margin: 0.3rem 0 0; font-size: 8pt; } .cards dd { margin: 0 0 0.15rem; }
  .cards article { border: 0.4pt dashed var(--line); border-radius: 0; min-height: 67mm; padding: 4mm 5mm; }
  .map { overflow: visible; } .map svg { width: 100%; height: auto; max-height: 245mm; }
  .map-part:not(.crowded) .words, .crowded .map { display: none; }
}
`;

/** Host sheet, cards and map on one page that prints well and reads well on a phone; complete without any other file. */
export function printPage(sheet: MeetupSheet, typesetter: Typesetter): string {
  return renderPage(<PrintPage sheet={sheet} typesetter={typesetter} />);
}

function PrintPage({ sheet, typesetter }: { readonly sheet: MeetupSheet; readonly typesetter: Typesetter }): VNode {
  const { language, title, place, dateText, introductions, unanswered, gaps, guests } = sheet;
  const t = (key: Parameters<typeof message>[1], values = {}): string => message(language, key, values);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE + PRINT_STYLE }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{[dateText, place].filter((text) => text !== '').join(' · ')}</p>
          <p class="lead">{t('paper.host.lead')}</p>
          {introductions.length === 0 && <p class="silence">{t('paper.host.nobody')}</p>}
          <ol class="introductions">
            {introductions.map(({ giver, asker, sentence, connector }, i) => (
              <li>
                <label>
                  <input type="checkbox" />
                  <span>
                    {i + 1}. {giver} → {asker}
                  </span>
                </label>
                <p>{sentence}</p>
                {connector !== undefined && <p class="connector">{t('paper.host.connector', { name: connector })}</p>}
              </li>
            ))}
          </ol>
          <Programme sheet={sheet} />
          {unanswered.length > 0 && (
            <>
              <h2>{t('paper.host.open')}</h2>
              <p class="lead">{t('paper.host.open.lead')}</p>
              <ul class="open">
                {unanswered.map(({ guest, ask }) => (
                  <li>
                    <strong>{guest}</strong>: {ask}
                  </li>
                ))}
              </ul>
            </>
          )}
          {gaps.length > 0 && (
            <>
              <h2>{t('paper.host.gaps')}</h2>
              <ul>
                {gaps.map(({ topic, askers }) => (
                  <li>{t('paper.host.gap', { count: askers, topic })}</li>
                ))}
              </ul>
            </>
          )}
          <section class="cards-part">
            <h2>{t('paper.cards')}</h2>
            <div class="cards">
              {guests.map((guest) => (
                <Card guest={guest} places={placeTexts(sheet, guest.name, guest.language)} />
              ))}
            </div>
          </section>
          <section class={guests.length > MOST_ON_PAPER ? 'map-part crowded' : 'map-part'}>
            <h2>{t('map.title')}</h2>
            <div class="map">
              <GiveMap sheet={sheet} typesetter={typesetter} />
            </div>
            <div class="words">
              <GiveMapText sheet={sheet} />
            </div>
          </section>
        </main>
      </body>
    </html>
  );
}

/** Rounds of two and tables for the whole room, as they are called out. */
function Programme({ sheet: { programme, language } }: { readonly sheet: MeetupSheet }): VNode | null {
  if (programme === undefined) return null;
  const names = (guests: readonly string[]): string => guests.join(', ');
  return (
    <section class="programme">
      <h2>{message(language, 'paper.host.programme')}</h2>
      {programme.rounds.map(({ number, starts, ends, pairs, pausing }) => (
        <article>
          <h3>{message(language, 'programme.round', { number, starts, ends })}</h3>
          <ul>
            {pairs.map(([giver, asker]) => (
              <li>
                {giver} → {asker}
              </li>
            ))}
          </ul>
          {pausing.length > 0 && <p class="connector">{message(language, 'programme.pausing', { names: names(pausing) })}</p>}
        </article>
      ))}
      {programme.tables.map((tables, round) => (
        <article>
          <h3>{message(language, 'programme.tables', { number: round + 1 })}</h3>
          {tables.map((seated, table) => (
            <p>{message(language, 'programme.table', { number: table + 1, names: names(seated) })}</p>
          ))}
        </article>
      ))}
    </section>
  );
}

/** Whom the guest can help stands before who can help them (P1). */
function Card({ guest: { name, language, give, receive }, places }: { readonly guest: SheetGuest; readonly places: readonly string[] }): VNode {
  return (
    <article lang={language}>
      <h3>{name}</h3>
      {give.length + receive.length === 0 && <p class="silence">{message(language, 'paper.card.nobody')}</p>}
      <Ties title={message(language, 'intros.guest.give')} ties={give} />
      <Ties title={message(language, 'intros.guest.receive')} ties={receive} />
      {places.length > 0 && <h4>{message(language, 'paper.card.programme')}</h4>}
      {places.map((place) => (
        <p>{place}</p>
      ))}
    </article>
  );
}

function Ties({ title, ties }: { readonly title: string; readonly ties: readonly SheetTie[] }): VNode | null {
  if (ties.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <dl>
        {ties.map(({ name, reason }) => (
          <div>
            <dt>{name}</dt>
            <dd>{reason}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
