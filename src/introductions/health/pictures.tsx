import type { ComponentChildren, VNode } from 'preact';

import type { BarsLayout } from './bars.layout.js';
import { BAR_HEIGHT, type CoverageLayout } from './coverage.layout.js';
import type { Told } from './told.js';

/** How a number is written inside a picture: short, and the same in every language. */
function shortly(count: Told): string {
  return count === 'few' ? '<5' : String(count);
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

interface PictureProps {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Bars side by side. `kinds` are the style of each part from the ground up. */
export function Bars({ id, title, description, layout: { width, height, ground, bars }, kinds }: PictureProps & { readonly layout: BarsLayout; readonly kinds: readonly string[] }): VNode {
  return (
    <Picture id={id} title={title} description={description} width={width} height={height}>
      {bars.map(({ label, whole, x, width: own, top, parts }) => (
        <>
          {parts.map(({ part, isFew, y, height: its }) => (
            <rect class={isFew ? `${kinds[part]} few` : kinds[part]} x={round(x)} y={round(y)} width={round(own)} height={round(its)} rx="2" />
          ))}
          {whole !== 0 && (
            <text x={round(x + own / 2)} y={round(top - 5)} text-anchor="middle">
              {shortly(whole)}
            </text>
          )}
          <text class="soft" x={round(x + own / 2)} y={ground + 17} text-anchor="middle">
            {label}
          </text>
        </>
      ))}
      <line class="ground" x1="0" x2={width} y1={ground} y2={ground} />
    </Picture>
  );
}

interface CoverageProps extends PictureProps {
  readonly layout: CoverageLayout;
  readonly seeks: string;
  readonly offers: string;
}

/** Who seeks meets who offers, field by field. */
export function CoveragePicture({ id, title, description, layout: { width, height, middle, rows }, seeks, offers }: CoverageProps): VNode {
  return (
    <Picture id={id} title={title} description={description} width={width} height={height}>
      <text class="soft" x={middle - 8} y="14" text-anchor="end">
        {seeks}
      </text>
      <text class="soft" x={middle + 8} y="14">
        {offers}
      </text>
      {rows.map(({ title: field, titleY, y, askers, givers }) => (
        <>
          <text x={middle} y={titleY} text-anchor="middle">
            {field}
          </text>
          {askers.width > 0 && <rect class={askers.count === 'few' ? 'sought few' : 'sought'} x={round(askers.x)} y={y} width={round(askers.width)} height={BAR_HEIGHT} rx="2" />}
          {givers.width > 0 && <rect class={givers.count === 'few' ? 'bar few' : 'bar'} x={givers.x} y={y} width={round(givers.width)} height={BAR_HEIGHT} rx="2" />}
          <text class="soft" x={round(askers.x - 6)} y={y + BAR_HEIGHT - 1} text-anchor="end">
            {shortly(askers.count)}
          </text>
          <text class="soft" x={round(givers.x + givers.width + 6)} y={y + BAR_HEIGHT - 1}>
            {shortly(givers.count)}
          </text>
        </>
      ))}
    </Picture>
  );
}

interface LegendProps {
  readonly entries: readonly { readonly kind: string; readonly name: string }[];
}

/** What the colours mean, for the eye: whoever listens has the table. */
export function Legend({ entries }: LegendProps): VNode {
  return (
    <ul class="legend" aria-hidden="true">
      {entries.map(({ kind, name }) => (
        <li>
          <svg class="picture" viewBox="0 0 14 14">
            <rect class={kind} x="1" y="1" width="12" height="12" rx="2" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

interface TableProps {
  readonly summary: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The same numbers in words. */
export function NumbersTable({ summary, head, rows }: TableProps): VNode {
  return (
    <details>
      <summary>{summary}</summary>
      <div class="table">
        <table>
          <thead>
            <tr>
              {head.map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([first, ...cells]) => (
              <tr>
                <th scope="row">{first}</th>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Picture({ id, title, description, width, height, children }: PictureProps & { readonly width: number; readonly height: number; readonly children: ComponentChildren }): VNode {
  return (
    <svg class="picture chart" viewBox={`0 0 ${width} ${round(height)}`} role="img" aria-labelledby={`${id}-title ${id}-description`}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {children}
    </svg>
  );
}
