import type { Network } from './network-flow.js';

/** No parent, no child, no sibling. */
export const NONE = -1;

/** A rooted tree over the nodes of a network, with the price of each node; the basis of the network simplex method. */
export class SpanningTree {
  readonly parent: Int32Array;
  /** The arc between a node and its parent. */
  readonly arc: Int32Array;
  readonly price: Float64Array;
  private readonly depth: Int32Array;
  private readonly firstChild: Int32Array;
  private readonly nextSibling: Int32Array;
  private readonly previousSibling: Int32Array;
  private readonly stack: Int32Array;

  constructor(
    nodes: number,
    private readonly root: number,
  ) {
    [this.parent, this.arc, this.firstChild, this.nextSibling, this.previousSibling] = [ofNone(nodes), ofNone(nodes), ofNone(nodes), ofNone(nodes), ofNone(nodes)];
    [this.depth, this.stack] = [new Int32Array(nodes), new Int32Array(nodes)];
    this.price = new Float64Array(nodes);
  }

  /** Hangs a node that hangs nowhere, with all that hangs on it; depths and prices are set by `plant` or `settle`. */
  hang(node: number, parent: number, arc: number): void {
    this.parent[node] = parent;
    this.arc[node] = arc;
    const sibling = this.firstChild[parent]!;
    this.nextSibling[node] = sibling;
    this.previousSibling[node] = NONE;
    if (sibling !== NONE) this.previousSibling[sibling] = node;
    this.firstChild[parent] = node;
  }

  /** The deepest node above both (or one of them). */
  join(a: number, b: number): number {
    const { parent, depth } = this;
    while (a !== b) {
      if (depth[a]! >= depth[b]!) a = parent[a]!;
      else b = parent[b]!;
    }
    return a;
  }

  /** Cuts the branch at `top` and hangs it by its node `grip` on `parent`, turning the way between the two upside down. */
  regraft(top: number, grip: number, parent: number, arc: number): void {
    for (let node = grip; ;) {
      const [above, oldArc] = [this.parent[node]!, this.arc[node]!];
      this.cut(node);
      this.hang(node, parent, arc);
      if (node === top) return;
      [parent, arc, node] = [node, oldArc, above];
    }
  }

  /** Sets all depths and prices from the root down: each tree arc gets a reduced cost of 0. */
  plant({ tail, head, cost }: Network): void {
    this.settle(this.root, 0);
    const { parent, arc, depth, price } = this;
    const byDepth = Array.from(parent.keys()).sort((a, b) => depth[a]! - depth[b]!);
    for (const node of byDepth) {
      const over = arc[node]!;
      if (over !== NONE) price[node] = head[over] === node ? price[tail[over]!]! + cost[over]! : price[head[over]!]! - cost[over]!;
    }
  }

  /** Shifts the prices of a whole branch and sets its depths anew. */
  settle(top: number, shift: number): void {
    const { parent, depth, price, stack, firstChild, nextSibling } = this;
    let size = 0;
    stack[size++] = top;
    while (size > 0) {
      const node = stack[--size]!;
      depth[node] = parent[node] === NONE ? 0 : depth[parent[node]!]! + 1;
      price[node]! += shift;
      for (let child = firstChild[node]!; child !== NONE; child = nextSibling[child]!) stack[size++] = child;
    }
  }

  private cut(node: number): void {
    const [previous, next] = [this.previousSibling[node]!, this.nextSibling[node]!];
    if (previous === NONE) this.firstChild[this.parent[node]!] = next;
    else this.nextSibling[previous] = next;
    if (next !== NONE) this.previousSibling[next] = previous;
  }
}

function ofNone(length: number): Int32Array {
  return new Int32Array(length).fill(NONE);
}
