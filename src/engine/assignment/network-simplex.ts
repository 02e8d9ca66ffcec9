import type { Network, PricedFlow } from './network-flow.js';
import { NONE, SpanningTree } from './spanning-tree.js';

/** A flow to start from, and a tree of arcs over which every node can still send to the root (a strongly feasible basis). */
export interface Start {
  readonly flow: Int32Array;
  readonly root: number;
  /** By node, the arc and node above it in the tree; NONE for the root. */
  readonly parent: Int32Array;
  readonly arc: Int32Array;
}

/** What an arc outside the tree rests at. */
const EMPTY = 1;
const FULL = -1;
const IN_TREE = 0;
/** An arc of no capacity never enters. */
const CLOSED = 0;
/** The fewest arcs looked at before the best of them enters; else the square root of their number, which measured better than a third or three times of it. */
const SMALLEST_BLOCK = 20;

/**
 * The cheapest circulation by the primal network simplex method, with the prices that prove it.
 *
 * The tree stays strongly feasible (Cunningham 1976: of the arcs that block, the last one seen from the join leaves), so it ends without
 * circling; arcs enter by block search (Kelly and O'Neill 1991; Kiraly and Kovacs 2012, who found it the most robust next to cost scaling,
 * Goldberg 1997). Cost scaling multiplies every cost by the number of nodes, which would leave the whole numbers of a double once a floor
 * outweighs all affinities together; here prices stay as exact as the costs. Deterministic: the same network and start give the same flow.
 */
export function cheapestFlow(network: Network, start: Start): PricedFlow {
  return new Simplex(network, start).solve();
}

class Simplex {
  private readonly flow: Int32Array;
  private readonly state: Int8Array;
  private readonly tree: SpanningTree;
  private next = 0;

  constructor(
    private readonly network: Network,
    start: Start,
  ) {
    const { nodes, tail, capacity } = network;
    this.flow = start.flow;
    this.state = new Int8Array(tail.length);
    for (let arc = 0; arc < tail.length; arc++) this.state[arc] = capacity[arc] === 0 ? CLOSED : this.flow[arc] === 0 ? EMPTY : FULL;
    this.tree = new SpanningTree(nodes, start.root);
    for (let node = 0; node < nodes; node++) {
      if (start.parent[node] === NONE) continue;
      this.tree.hang(node, start.parent[node]!, start.arc[node]!);
      this.state[start.arc[node]!] = IN_TREE;
    }
    this.tree.plant(network);
  }

  solve(): PricedFlow {
    for (let arc = this.entering(); arc !== NONE; arc = this.entering()) this.pivot(arc);
    return { flow: this.flow, price: this.tree.price };
  }

  /** The arc of the next block that gains most; NONE where no arc of the network gains. */
  private entering(): number {
    const { tail, head, cost } = this.network;
    const { state } = this;
    const { price } = this.tree;
    const arcs = state.length;
    const block = Math.max(SMALLEST_BLOCK, Math.ceil(Math.sqrt(arcs)));
    let best = NONE;
    let least = 0;
    let left = block;
    let arc = this.next;
    for (let seen = 0; seen < arcs; seen++) {
      const reduced = state[arc]! * (cost[arc]! + price[tail[arc]!]! - price[head[arc]!]!);
      if (reduced < least) {
        least = reduced;
        best = arc;
      }
      if (++arc === arcs) arc = 0;
      if (--left === 0) {
        if (best !== NONE) break;
        left = block;
      }
    }
    this.next = arc;
    return best;
  }

  /** Sends as much as goes round the circle that the arc closes with the tree, and lets the arc that blocks leave the tree. */
  private pivot(entering: number): void {
    const { tail, head, capacity, cost } = this.network;
    const { flow, state, tree } = this;
    const { parent, arc: arcOf } = tree;
    // Flow goes over the entering arc from `first` to `second`, up to the join and down again.
    const forward = state[entering] === EMPTY;
    const first = forward ? tail[entering]! : head[entering]!;
    const second = forward ? head[entering]! : tail[entering]!;
    const join = tree.join(first, second);
    let amount = capacity[entering]!;
    let leaving = NONE;
    let onFirst = false;
    for (let node = first; node !== join; node = parent[node]!) {
      const arc = arcOf[node]!;
      const room = tail[arc] === node ? flow[arc]! : capacity[arc]! - flow[arc]!;
      if (room < amount) [amount, leaving, onFirst] = [room, node, true];
    }
    for (let node = second; node !== join; node = parent[node]!) {
      const arc = arcOf[node]!;
      const room = tail[arc] === node ? capacity[arc]! - flow[arc]! : flow[arc]!;
      if (room <= amount) [amount, leaving, onFirst] = [room, node, false];
    }
    if (amount > 0) {
      flow[entering]! += forward ? amount : -amount;
      for (let node = first; node !== join; node = parent[node]!) flow[arcOf[node]!]! += tail[arcOf[node]!] === node ? -amount : amount;
      for (let node = second; node !== join; node = parent[node]!) flow[arcOf[node]!]! += tail[arcOf[node]!] === node ? amount : -amount;
    }
    if (leaving === NONE) {
      state[entering] = forward ? FULL : EMPTY;
      return;
    }
    const left = arcOf[leaving]!;
    state[left] = flow[left] === 0 ? EMPTY : FULL;
    state[entering] = IN_TREE;
    const grip = onFirst ? first : second;
    const reduced = cost[entering]! + tree.price[tail[entering]!]! - tree.price[head[entering]!]!;
    tree.regraft(leaving, grip, onFirst ? second : first, entering);
    tree.settle(grip, grip === head[entering] ? reduced : -reduced);
  }
}
