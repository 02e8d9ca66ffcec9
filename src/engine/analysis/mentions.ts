import { LANGUAGES, type Language } from './language.js';
import type { LabelIndex } from './label-index.js';

/** A word of the statement as labels may know it; the parts of a compound are slots of their own. */
export interface Slot {
  /** Index of the token it came from; the parts of a compound share one. */
  readonly token: number;
  readonly sentence: number;
  /** Numbers of its stem by language; missing where no label of the language holds it. */
  readonly stems: Readonly<Partial<Record<Language, number>>>;
}

/** A concept found in a statement, with the tokens that name it. */
export interface Mention {
  readonly concept: number;
  readonly tokens: readonly number[];
  /** 0..1, below 1 where the reading is made by the machine. */
  readonly strength: number;
}

/** Words of a label may stand this many slots further apart than written. */
const SLACK = 2;

/** All concepts whose labels stand in these slots; a label inside a longer label of other meaning is left out. */
export function findMentions(slots: readonly Slot[], labels: LabelIndex): Mention[] {
  const found: (Mention & { readonly slots: number })[] = [];
  slots.forEach((slot, at) => {
    for (const language of LANGUAGES) {
      const stem = slot.stems[language];
      if (stem === undefined) continue;
      const [from, to] = labels.filedAt(stem, language);
      for (let label = from; label < to; label++) {
        const places = placesOf(labels.stemsOf(label, language), language, slots, at);
        if (places === undefined) continue;
        const tokens = [...new Set(places.map((place) => slots[place]!.token))].sort((a, b) => a - b);
        found.push({ concept: labels.conceptOf(label, language), tokens, strength: labels.strengthOf(label, language), slots: places.length });
      }
    }
  });
  return longest(found);
}

/** Where the label's stems stand around its anchor, in any order (German verbs separate), or undefined. */
function placesOf(stems: Int32Array, language: Language, slots: readonly Slot[], anchor: number): number[] | undefined {
  if (stems.length === 1) return [anchor];
  const reach = stems.length + SLACK;
  const taken = new Set<number>([anchor]);
  let anchorSeen = false;
  for (const stem of stems) {
    if (!anchorSeen && slots[anchor]!.stems[language] === stem) {
      anchorSeen = true;
      continue;
    }
    let place: number | undefined;
    for (let distance = 1; distance < reach && place === undefined; distance++) {
      for (const at of [anchor + distance, anchor - distance]) {
        const slot = slots[at];
        if (slot?.stems[language] === stem && !taken.has(at) && slot.sentence === slots[anchor]!.sentence) {
          place = at;
          break;
        }
      }
    }
    if (place === undefined) return undefined;
    taken.add(place);
  }
  return [...taken];
}

/** Drops a mention whose tokens all lie within a mention of more words; "wedding photography" is not also "wedding". */
function longest(found: readonly (Mention & { readonly slots: number })[]): Mention[] {
  const kept = new Map<string, Mention>();
  for (const mention of found) {
    const inside = found.some((other) => other.slots > mention.slots && other.concept !== mention.concept && mention.tokens.every((token) => other.tokens.includes(token)));
    const key = `${mention.concept}:${mention.tokens.join(',')}`;
    const known = kept.get(key);
    if (known && known.strength >= mention.strength) continue;
    kept.set(key, { concept: mention.concept, tokens: mention.tokens, strength: inside ? mention.strength * PART_OF_LONGER : mention.strength });
  }
  return [...kept.values()];
}

const PART_OF_LONGER = 0.5;
