import { assertProven } from './certificate.js';
import type { Network, PricedFlow } from './network-flow.js';
import { cheapestFlow, type Start } from './network-simplex.js';
import { NONE } from './spanning-tree.js';

/** One side of a transport: how many edges each may have, and what having at least one is worth beyond the edge itself. */
export interface Side {
  /** 0 or more, by node. */
  readonly capacity: Int32Array;
  /** 0 or more, whole, by node. */
  readonly floor: Float64Array;
}

/** Edges between two sides, to be chosen for the greatest benefit. */
export interface Transport {
  readonly from: Side;
  readonly to: Side;
  /** By edge, the node of each side. */
  readonly source: Int32Array;
  readonly sink: Int32Array;
  /** Whole numbers, by edge. */
  readonly benefit: Float64Array;
  /** 0 for an edge that may not be chosen. */
  readonly open: Uint8Array;
}

/** The best choice, proven. */
export interface Shipment {
  /** 1 for a chosen edge. */
  readonly chosen: Int32Array;
  /** What one more place at a node would gain, floors included; 0 where places are left. */
  readonly sourcePrice: Float64Array;
  readonly sinkPrice: Float64Array;
}

/**
 * The choice of edges with the greatest benefit and floors, within the capacities of both sides: a circulation through one root,
 * whose linear program has whole vertices. The proof is checked before anything is returned.
 */
export function ship(transport: Transport): Shipment {
  const network = networkOf(transport);
  const flow = cheapestFlow(network, greedyStart(transport, network));
  assertProven(network, flow);
  return shipmentOf(transport, flow);
}

/** Nodes: sources, sinks, root. Arcs: edges, then for each source and sink one arc for its first edge and one for the further ones. */
export function networkOf({ from, to, source, sink, benefit, open }: Transport): Network {
  const [edges, sources, sinks] = [source.length, from.capacity.length, to.capacity.length];
  const root = sources + sinks;
  const arcs = edges + 2 * root;
  const [tail, head, capacity, cost] = [new Int32Array(arcs), new Int32Array(arcs), new Int32Array(arcs), new Float64Array(arcs)];
  for (let edge = 0; edge < edges; edge++) {
    tail[edge] = source[edge]!;
    head[edge] = sources + sink[edge]!;
    capacity[edge] = open[edge] === 1 && from.capacity[source[edge]!]! > 0 && to.capacity[sink[edge]!]! > 0 ? 1 : 0;
    cost[edge] = -benefit[edge]!;
  }
  for (let node = 0; node < root; node++) {
    const [side, place] = node < sources ? [from, node] : [to, node - sources];
    const [first, further] = [edges + node, edges + root + node];
    for (const arc of [first, further]) [tail[arc], head[arc]] = node < sources ? [root, node] : [node, root];
    capacity[first] = Math.min(1, side.capacity[place]!);
    capacity[further] = side.capacity[place]! - capacity[first]!;
    cost[first] = -side.floor[place]!;
  }
  return { nodes: root + 1, tail, head, capacity, cost };
}

/**
 * Edges taken best first while both ends have a place, and a tree in which every node can still send to the root: over a root arc
 * that lets it, else over an edge to a node that can (a full sink over an edge it has, an idle source over one it lacks).
 */
function greedyStart({ from, to, source, sink, benefit }: Transport, { nodes, capacity }: Network): Start {
  const [edges, sources, root] = [source.length, from.capacity.length, nodes - 1];
  const flow = new Int32Array(capacity.length);
  const used = new Int32Array(root);
  const [parent, arc] = [new Int32Array(nodes).fill(NONE), new Int32Array(nodes).fill(NONE)];
  const hang = (node: number, above: number, over: number): void => void ([parent[node], arc[node]] = [above, over]);
  for (const edge of bestFirst(benefit)) {
    const [giver, taker] = [source[edge]!, sources + sink[edge]!];
    if (capacity[edge] === 0) continue;
    if (used[giver] === 0) hang(giver, taker, edge);
    if (used[giver] === from.capacity[giver] || used[taker] === to.capacity[taker - sources]) continue;
    flow[edge] = 1;
    used[giver]!++;
    used[taker]!++;
    hang(taker, giver, edge);
  }
  for (let node = 0; node < root; node++) {
    const [first, further] = [edges + node, edges + root + node];
    flow[first] = Math.min(used[node]!, capacity[first]!);
    flow[further] = used[node]! - flow[first]!;
    if (node < sources ? used[node]! > 0 || arc[node] === NONE : used[node] === 0 || flow[further]! < capacity[further]!)
      hang(node, root, (node < sources ? used[node]! > 1 : used[node]! > 0) ? further : first);
  }
  return { flow, root, parent, arc };
}

/** Where benefits differ beyond this, a start need not tell them apart; keys stay whole numbers. */
const WIDEST_BENEFIT = 4e6;

/** The edges of the greatest benefit first, ties by index: one sort of plain numbers that hold both. */
function bestFirst(benefit: Float64Array): Float64Array {
  const edges = benefit.length;
  const order = benefit.map((value, edge) => edge - Math.max(-WIDEST_BENEFIT, Math.min(WIDEST_BENEFIT, value)) * edges).sort();
  return order.map((key) => ((key % edges) + edges) % edges);
}

function shipmentOf({ source, from }: Transport, { flow, price }: PricedFlow): Shipment {
  const sources = from.capacity.length;
  return { chosen: flow.slice(0, source.length), sourcePrice: price.slice(0, sources), sinkPrice: price.slice(sources, price.length - 1).map((value) => -value) };
}
