import { reducedCost, type Network, type PricedFlow } from './network-flow.js';

/**
 * What is wrong with a flow that claims to be the cheapest, or undefined where its prices prove it.
 *
 * Knows nothing of how the flow was found. In one walk over the arcs it looks at bounds, at balance in every node, and at complementary
 * slackness: an arc that would gain is full, an arc that would lose is empty. By duality of linear programs no other flow is then cheaper
 * (Ahuja, Magnanti and Orlin 1993, Network Flows, theorem 9.4).
 */
export function flawOf(network: Network, { flow, price }: PricedFlow): string | undefined {
  const { nodes, tail, head, capacity } = network;
  const balance = new Float64Array(nodes);
  for (let arc = 0; arc < tail.length; arc++) {
    const amount = flow[arc]!;
    if (!(amount >= 0 && amount <= capacity[arc]!)) return `arc ${arc} carries ${amount} of 0 to ${capacity[arc]}`;
    balance[tail[arc]!]! -= amount;
    balance[head[arc]!]! += amount;
    const reduced = reducedCost(network, price, arc);
    if (!Number.isSafeInteger(reduced)) return `arc ${arc} has a reduced cost of ${reduced}, which is not exact`;
    if (reduced < 0 && amount < capacity[arc]!) return `arc ${arc} would gain ${-reduced} and is not full`;
    if (reduced > 0 && amount > 0) return `arc ${arc} loses ${reduced} and is not empty`;
  }
  const leak = balance.findIndex((amount) => amount !== 0);
  return leak < 0 ? undefined : `node ${leak} is out of balance by ${balance[leak]}`;
}

/** @throws Error where the prices do not prove the flow: a fault of the solver, never of what was asked of it */
export function assertProven(network: Network, flow: PricedFlow): void {
  const flaw = flawOf(network, flow);
  if (flaw !== undefined) throw new Error(`The plan is not proven: ${flaw}.`);
}
