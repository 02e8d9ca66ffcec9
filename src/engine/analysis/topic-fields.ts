import type { TopicCard } from './topics.js';

/** A field of life or work, with the ids of the topic cards that belong to it. */
export interface TopicField {
  readonly title: TopicCard['title'];
  readonly cards: ReadonlySet<string>;
}

/** Plain data. */
export interface TopicFieldMap {
  readonly titles: readonly TopicField['title'][];
  /** The field of each card, -1 for one that belongs to none. */
  readonly ofCard: Int8Array;
}

const NONE = -1;
/** So much of a text's place among the topics must lie in one field. A text lies in one, or in none worth naming. */
const CLEAR_SHARE = 0.3;

/** Groups topic cards into fields, coarse enough to be counted without naming anybody. */
export class TopicFields {
  constructor(private readonly map: TopicFieldMap) {}

  get titles(): TopicFieldMap['titles'] {
    return this.map.titles;
  }

  /**
   * The field that holds most of a text's place.
   * @param cards, values of a vector of length 1 over the cards
   */
  fieldOf(cards: Int32Array, values: Float32Array): number | undefined {
    const shares = new Float64Array(this.titles.length);
    for (let i = 0; i < cards.length; i++) {
      const field = this.map.ofCard[cards[i]!] ?? NONE;
      if (field !== NONE) shares[field]! += values[i]! * values[i]!;
    }
    const most = Math.max(...shares);
    return most < CLEAR_SHARE ? undefined : shares.indexOf(most);
  }

  /** @param cards ids in the order of the topic space */
  static compile(cards: readonly string[], fields: readonly TopicField[]): TopicFieldMap {
    return { titles: fields.map(({ title }) => title), ofCard: Int8Array.from(cards, (id) => fields.findIndex((field) => field.cards.has(id))) };
  }
}
