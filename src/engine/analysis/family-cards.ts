import { LANGUAGES } from './language.js';
import type { TopicCard } from './topics.js';
import type { Concept } from './vocabulary.js';

const FEWEST_CHILDREN = 2;
const MOST_ENTRIES = 80;

/** Every family of the vocabulary, a concept with those narrower than it, is a topic card too; so is a concept that belongs to no family. Everyday words are none. */
export function familyCards(vocabulary: readonly Concept[]): TopicCard[] {
  const topics = vocabulary.filter(({ everyday }) => !everyday);
  const children = new Map<string, Concept[]>();
  for (const concept of topics) for (const parent of concept.broader) children.set(parent, [...(children.get(parent) ?? []), concept]);
  return topics
    .filter(({ id, broader }) => (children.get(id)?.length ?? 0) >= FEWEST_CHILDREN || broader.length === 0)
    .map((concept) => ({ id: concept.id, title: titleOf(concept), entries: entriesOf([concept, ...(children.get(concept.id) ?? [])]) }));
}

function titleOf({ labels }: Concept): TopicCard['title'] {
  return { de: labels.de[0] ?? '', en: labels.en[0] ?? '', es: labels.es[0] ?? '' };
}

/** Labels in turns, the preferred ones of all members first, so that the most telling stand at the head. */
function entriesOf(members: readonly Concept[]): TopicCard['entries'] {
  const [de, en, es] = LANGUAGES.map((language) => {
    const longest = Math.max(...members.map(({ labels }) => labels[language].length));
    const turns = Array.from({ length: longest }, (_, turn) => members.flatMap(({ labels }) => labels[language].slice(turn, turn + 1)));
    return turns.flat().slice(0, MOST_ENTRIES);
  });
  return { de: de!, en: en!, es: es! };
}
