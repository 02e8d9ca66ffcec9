/**
 * A network in which flow goes round (a circulation): what enters a node leaves it.
 * All arcs start at 0 and end at their capacity. Costs are whole numbers below 2^50, so that sums along a path stay exact in doubles.
 */
export interface Network {
  readonly nodes: number;
  /** The node each arc leaves and the node it enters. */
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** 0 or more, by arc. */
  readonly capacity: Int32Array;
  /** For each unit of flow, by arc. */
  readonly cost: Float64Array;
}

/** A flow and the prices that prove it the cheapest. */
export interface PricedFlow {
  /** By arc. */
  readonly flow: Int32Array;
  /** By node; an arc's reduced cost is cost + price of its tail - price of its head. */
  readonly price: Float64Array;
}

export function reducedCost({ tail, head, cost }: Network, price: Float64Array, arc: number): number {
  return cost[arc]! + price[tail[arc]!]! - price[head[arc]!]!;
}
