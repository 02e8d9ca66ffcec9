import type { MeetupSheet } from './meetup-sheet.js';
import { breakLines } from './text-flow.js';
import type { Typesetter } from './typesetter.js';

/** A guest's place on one side of the map. Lengths in the picture's own unit, a CSS pixel. */
export interface MapNode {
  readonly name: string;
  /** The name, broken to the width of its column. */
  readonly lines: readonly string[];
  /** Where lines meet the guest. */
  readonly x: number;
  readonly y: number;
  /** Of the dot: the more ties, the larger. */
  readonly radius: number;
  readonly ties: number;
  /** Whether the guest has clearly more ties than most. */
  readonly isHub: boolean;
  /** The box that the name was measured to fill. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface MapTie {
  readonly giver: MapNode;
  readonly asker: MapNode;
}

export interface GiveMapLayout {
  readonly width: number;
  readonly height: number;
  readonly givers: readonly MapNode[];
  readonly askers: readonly MapNode[];
  readonly ties: readonly MapTie[];
}

export const MAP_TEXT_SIZE = 13;
const LINE = 16;
const ROW_GAP = 5;
const NAME_WIDTH = 230;
const BETWEEN = 330;
const MARGIN = 16;
const DOT_SPACE = 20;
/** Room for title and column heads, and for the line that tells the hollow dots. */
export const MAP_HEAD = 84;
const MAP_FOOT = 40;
const SWEEPS = 12;
/** How much wider than an ornament a screen's emoji may be, in ems. */
const EMOJI = 0.7;
/** So many times the ties of the middle of the room make a hub. */
const HUB = 1.5;
const FEWEST_OF_HUB = 3;

type Link = readonly [giver: string, asker: string];

/**
 * Lays out who can help whom: givers left, askers right, each side ordered by the mean place of its partners (barycenter sweeps; Sugiyama, Tagawa
 * and Toda 1981), which untangles the lines. Deterministic: ties of the order fall by the sheet's order.
 */
export function layoutGiveMap({ guests, unanswered }: MeetupSheet, { width, legible }: Typesetter): GiveMapLayout {
  const links: Link[] = [
    ...new Map(
      guests.flatMap(({ name, give, receive }) => [...give.map((tie): Link => [name, tie.name]), ...receive.map((tie): Link => [tie.name, name])]).map((link) => [link.join('\n'), link]),
    ).values(),
  ];
  const open = new Set(unanswered.map(({ guest }) => guest));
  const [left, right] = untangled(
    guests.map(({ name }) => name).filter((name) => links.some(([giver]) => giver === name)),
    guests.map(({ name }) => name).filter((name) => open.has(name) || links.some(([, asker]) => asker === name)),
    links,
  );
  // On a screen a name stands as it is written; where paper's fonts lack a sign its printable form is at least as wide, but for emoji.
  const measure = (text: string): number => width(legible(text), 'strong', MAP_TEXT_SIZE) + EMOJI * MAP_TEXT_SIZE * (text.match(/\p{Extended_Pictographic}/gu)?.length ?? 0);
  const mean = links.length === 0 ? 0 : (2 * links.length) / (left.length + right.length);
  const column = (names: readonly string[], side: 0 | 1): { nodes: MapNode[]; height: number } => {
    const x = side === 0 ? MARGIN + NAME_WIDTH + DOT_SPACE / 2 : MARGIN + NAME_WIDTH + DOT_SPACE * 1.5 + BETWEEN;
    let y = MAP_HEAD;
    const nodes = names.map((name): MapNode => {
      const lines = breakLines(name, NAME_WIDTH, measure);
      const height = lines.length * LINE;
      const its = Math.max(...lines.map(measure));
      const ties = links.filter((link) => link[side] === name).length;
      const node = {
        name,
        lines,
        x,
        y: y + height / 2,
        radius: Math.min(7, 2.5 + 1.1 * Math.sqrt(ties)),
        ties,
        isHub: ties >= Math.max(FEWEST_OF_HUB, HUB * mean),
        box: { x: side === 0 ? x - DOT_SPACE / 2 - its : x + DOT_SPACE / 2, y, width: its, height },
      };
      y += height + ROW_GAP;
      return node;
    });
    return { nodes, height: y };
  };
  const [givers, askers] = [column(left, 0), column(right, 1)];
  const height = Math.max(givers.height, askers.height) + MAP_FOOT;
  const spread = (nodes: readonly MapNode[], used: number): MapNode[] => nodes.map((node, i) => shifted(node, nodes.length < 2 ? 0 : ((height - MAP_FOOT - used) * i) / (nodes.length - 1)));
  const [placedLeft, placedRight] = [spread(givers.nodes, givers.height), spread(askers.nodes, askers.height)];
  const nodeOf = (nodes: readonly MapNode[]): Map<string, MapNode> => new Map(nodes.map((node) => [node.name, node]));
  const [giverOf, askerOf] = [nodeOf(placedLeft), nodeOf(placedRight)];
  return {
    width: 2 * (MARGIN + NAME_WIDTH + DOT_SPACE) + BETWEEN,
    height,
    givers: placedLeft,
    askers: placedRight,
    ties: links.map(([giver, asker]) => ({ giver: giverOf.get(giver)!, asker: askerOf.get(asker)! })),
  };
}

/** The shorter column takes the height of the longer. */
function shifted(node: MapNode, by: number): MapNode {
  return { ...node, y: node.y + by, box: { ...node.box, y: node.box.y + by } };
}

function untangled(givers: readonly string[], askers: readonly string[], links: readonly Link[]): [string[], string[]] {
  let [left, right] = [[...givers], [...askers]];
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    right = byMeanPlace(right, left, links, 1);
    left = byMeanPlace(left, right, links, 0);
  }
  return [left, right];
}

/** Places are shares of the column, as the columns differ in length; who has no partner keeps the place. */
function byMeanPlace(names: readonly string[], partners: readonly string[], links: readonly Link[], side: 0 | 1): string[] {
  const place = new Map(partners.map((name, i) => [name, (i + 0.5) / partners.length]));
  const sums = new Map<string, [sum: number, count: number]>();
  for (const link of links) {
    const [sum, count] = sums.get(link[side]) ?? [0, 0];
    sums.set(link[side], [sum + (place.get(link[1 - side]!) ?? 0), count + 1]);
  }
  const keyed = names.map((name, i) => {
    const its = sums.get(name);
    return { name, i, key: its === undefined ? (i + 0.5) / names.length : its[0] / its[1] };
  });
  return keyed.sort((a, b) => a.key - b.key || a.i - b.i).map(({ name }) => name);
}
