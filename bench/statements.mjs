import { readNetworks } from '../dist/judgments/networks.js';

const networks = readNetworks();
const written = networks.flatMap((network) => network.offers.map(({ text }) => text));

/** The asks of the demo and the judged networks, as they were written; ids are unique. */
export const asks = networks.flatMap((network) => network.asks.map(({ id, owner, kind, text }) => ({ id: `${network.name} ${id}`, owner, kind, text })));

/** Offers of the length in which people write: the first half of one and the second half of another. The same for the same number. */
export function offer(i) {
  const [one, other] = [i * 7_919, Math.floor(i / written.length) * 104_729 + i * 31 + 1].map((place) => written[place % written.length].split(' '));
  const text = [...one.slice(0, Math.ceil(one.length / 2)), ...other.slice(Math.floor(other.length / 2))].join(' ');
  return { id: `offer-${i}`, owner: `giver-${i}`, kind: 'offer', text };
}
