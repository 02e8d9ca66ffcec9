import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

import { message } from '../../html/messages.js';
import { layoutGiveMap, MAP_HEAD, MAP_TEXT_SIZE, type MapNode } from './give-map.layout.js';
import type { MeetupSheet } from './meetup-sheet.js';
import type { Typesetter } from './typesetter.js';

/** Colours as in the style sheet (html/style.ts), inside the picture, so that it is legible in light and dark wherever it is shown. */
const STYLE = `
.give-map { --ink: #2b2622; --soft: #6b615a; --paper: #fbf7f1; --accent: #a8431f; font-family: 'DejaVu Serif Condensed', 'DejaVu Serif', Georgia, serif; font-stretch: condensed; }
@media (prefers-color-scheme: dark) { .give-map { --ink: #efe7dd; --soft: #b5a99d; --paper: #1d1916; --accent: #f0a27f; } }
@media print { .give-map { --ink: #2b2622; --soft: #6b615a; --paper: #ffffff; --accent: #a8431f; } }
.give-map .paper { fill: var(--paper); }
.give-map text { fill: var(--ink); font-size: ${MAP_TEXT_SIZE}px; }
.give-map .hub text { font-weight: 700; }
.give-map .open text, .give-map .head { fill: var(--soft); }
.give-map .heading { fill: var(--accent); font-size: 20px; font-weight: 700; }
.give-map .dot { fill: var(--accent); }
.give-map .open .dot { fill: var(--paper); stroke: var(--soft); stroke-width: 1.5; }
.give-map .tie { fill: none; stroke: var(--accent); stroke-width: 1.3; }
`;
const BASELINE = 12;
const FOOT = 12;
const LINE = 16;

/** The give-map as an SVG file of its own. */
export function giveMapSvg(sheet: MeetupSheet, typesetter: Typesetter): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${renderToString(<GiveMap sheet={sheet} typesetter={typesetter} />)}\n`;
}

interface GiveMapProps {
  readonly sheet: MeetupSheet;
  readonly typesetter: Typesetter;
}

/** Who can help whom, as a picture: givers left, askers right. */
export function GiveMap({ sheet, typesetter }: GiveMapProps): VNode {
  const { language, title } = sheet;
  const { width, height, givers, askers, ties } = layoutGiveMap(sheet, typesetter);
  const middle = width / 2;
  const heading = `${message(language, 'map.title')} · ${title}`;
  return (
    <svg
      class="give-map"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${round(height)}`}
      width={width}
      height={round(height)}
      role="img"
      aria-labelledby="give-map-title give-map-description"
      lang={language}
    >
      <title id="give-map-title">{heading}</title>
      <desc id="give-map-description">{message(language, 'map.description', { givers: givers.length, askers: askers.filter(({ ties: its }) => its > 0).length })}</desc>
      <style>{STYLE}</style>
      <rect class="paper" width={width} height={round(height)} />
      <text class="heading" x={middle} y="32" text-anchor="middle">
        {message(language, 'map.title')}
      </text>
      <text class="head" x={givers[0]?.x ?? middle} y={MAP_HEAD - 14} text-anchor="end">
        {message(language, 'map.givers')}
      </text>
      <text class="head" x={askers[0]?.x ?? middle} y={MAP_HEAD - 14} text-anchor="start">
        {message(language, 'map.askers')}
      </text>
      {askers.some(({ ties: its }) => its === 0) && (
        <text class="head" x={askers[0]!.x} y={round(height - FOOT)} text-anchor="start">
          {message(language, 'map.open')}
        </text>
      )}
      <g stroke-opacity={opacityOf(ties.length)}>
        {ties.map(({ giver, asker }) => (
          <path class="tie" d={`M${giver.x} ${round(giver.y)}C${middle} ${round(giver.y)} ${middle} ${round(asker.y)} ${asker.x} ${round(asker.y)}`}>
            <title>{message(language, 'map.tie', { giver: giver.name, asker: asker.name })}</title>
          </path>
        ))}
      </g>
      {givers.map((node) => (
        <Guest node={node} />
      ))}
      {askers.map((node) => (
        <Guest node={node} />
      ))}
    </svg>
  );
}

function Guest({ node: { lines, x, y, radius, ties, isHub, box } }: { readonly node: MapNode }): VNode {
  const isLeft = box.x < x;
  return (
    <g class={ties === 0 ? 'open' : isHub ? 'hub' : undefined}>
      <circle class="dot" cx={x} cy={round(y)} r={round(radius)} />
      {lines.map((line, i) => (
        <text x={round(isLeft ? box.x + box.width : box.x)} y={round(box.y + i * LINE + BASELINE)} text-anchor={isLeft ? 'end' : 'start'}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** The same as the map in words, for those who hear it: each giver with whom they can help, then how many asks are served, then what is missing. */
export function GiveMapText({ sheet: { language, guests, coverage, gaps } }: { readonly sheet: MeetupSheet }): VNode {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return (
    <>
      <p>{message(language, 'map.coverage', { ...coverage })}</p>
      <ul>
        {guests
          .filter(({ give }) => give.length > 0)
          .map(({ name, give }) => (
            <li>{message(language, 'map.list', { giver: name, askers: list.format(give.map((tie) => tie.name)) })}</li>
          ))}
      </ul>
      {gaps.length > 0 && (
        <>
          <h3>{message(language, 'paper.host.gaps')}</h3>
          <ul>
            {gaps.map(({ topic, askers }) => (
              <li>{message(language, 'paper.host.gap', { count: askers, topic })}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Many lines shine through each other. */
function opacityOf(ties: number): number {
  return ties < 60 ? 0.6 : ties < 250 ? 0.4 : 0.28;
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}
