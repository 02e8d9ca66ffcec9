import { LANGUAGES, type Language } from './language.js';
import { Largest } from '../index/largest.js';
import { sparseVector, type SparseVector } from './sparse-vector.js';

/** A kind of help with the words by which people on both sides betray that they speak of it. */
export interface TopicCard {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Words and short phrases, the most telling first. */
  readonly entries: Readonly<Record<Language, readonly string[]>>;
}

/** A statement as somebody might write it who speaks of a card. */
export interface Voice {
  readonly card: string;
  readonly language: Language;
  readonly text: string;
}

/** A word as it may be known: stems by language. */
export type TopicStems = Readonly<Partial<Record<Language, string>>>;

/** Where the links of a stem stand. */
export interface LinkRange {
  readonly language: Language;
  readonly from: number;
  readonly to: number;
}

/** A word of a statement by its links, and how much it says (0..1). */
export interface Pointer {
  readonly links: readonly LinkRange[];
  readonly weight: number;
}

/** Cards a stem points to, or the neighbours of a card: parallel arrays. */
interface Links {
  readonly cards: Int16Array;
  readonly weights: Float32Array;
}

interface StemLinks extends Links {
  /** One stem a line; the links of each are from..to in the arrays. */
  readonly stems: string;
  readonly from: Int32Array;
}

/** Plain data. */
export interface TopicMap {
  readonly titles: readonly TopicCard['title'][];
  readonly links: Readonly<Record<Language, StemLinks>>;
  readonly neighbours: readonly Links[];
}

/** Entries lose weight down the list: the one at this place counts half. */
const HALF_AT = 60;
/** What one word of a voice adds; a word that many voices of a card use adds up to no more than MOST. */
const VOICE = 0.4;
const MOST = 1.2;
/** Links fainter than this are left out: they cost time and tell nothing. */
const FAINT = 0.06;
/** A card's neighbours, by shared words, are lit with this share. */
const GLOW = 0.15;
const NEIGHBOURS = 6;
/** Of a text's topics only so many are kept: the rest is noise. */
const KEPT = 48;

/**
 * Places a text among topics by the words it uses: explicit semantic analysis (Gabrilovich and Markovitch, IJCAI 2007) over hand-written
 * trilingual cards in the place of encyclopedia articles. Texts that share no word, or no language, meet on a card.
 */
export class TopicSpace {
  private readonly ids: Readonly<Record<Language, ReadonlyMap<string, number>>>;

  /** Scratch for one text at a time, all zero in between. */
  private readonly light: Float64Array;
  private readonly glow: Float64Array;

  constructor(private readonly map: TopicMap) {
    this.light = new Float64Array(map.titles.length);
    this.glow = new Float64Array(map.titles.length);
    const idsOf = (language: Language): Map<string, number> => new Map(map.links[language].stems.split('\n').map((stem, id) => [stem, id]));
    this.ids = { de: idsOf('de'), en: idsOf('en'), es: idsOf('es') };
  }

  knows(stem: string, language: Language): boolean {
    return this.ids[language].has(stem);
  }

  get size(): number {
    return this.map.titles.length;
  }

  titleOf(card: number): TopicCard['title'] {
    return this.map.titles[card]!;
  }

  /** How strongly a word points to a card. */
  pointsTo(stems: TopicStems, card: number): number {
    let most = 0;
    for (const { language, from, to } of this.linksOf(stems)) {
      const { cards, weights } = this.map.links[language];
      for (let i = from; i < to; i++) if (cards[i] === card) most = Math.max(most, weights[i]!);
    }
    return most;
  }

  linksOf(stems: TopicStems): LinkRange[] {
    return LANGUAGES.flatMap((language) => {
      const stem = stems[language];
      const id = stem === undefined ? undefined : this.ids[language].get(stem);
      const { from } = this.map.links[language];
      return id === undefined ? [] : [{ language, from: from[id]!, to: from[id + 1]! }];
    });
  }

  /** The topics of a text, as a vector over the cards. */
  place(pointers: readonly Pointer[]): SparseVector {
    const { light, glow } = this;
    const lit: number[] = [];
    for (const { links, weight } of pointers) {
      for (const { language, from, to } of links) {
        const { cards, weights } = this.map.links[language];
        for (let i = from; i < to; i++) {
          const card = cards[i]!;
          if (light[card] === 0) lit.push(card);
          light[card]! += weight * weights[i]!;
        }
      }
    }
    const glowing: number[] = [];
    const add = (card: number, value: number): void => {
      if (glow[card] === 0) glowing.push(card);
      glow[card]! += value;
    };
    for (const card of brightest(lit, light)) {
      const own = light[card]!;
      add(card, own);
      const { cards, weights } = this.map.neighbours[card]!;
      for (let i = 0; i < cards.length; i++) add(cards[i]!, GLOW * weights[i]! * own);
    }
    const vector = sparseVector(Int32Array.from(brightest(glowing, glow)), (card) => glow[card]!);
    for (const card of lit) light[card] = 0;
    for (const card of glowing) glow[card] = 0;
    return vector;
  }

  /**
   * @param stemsOf the telling stems of an entry
   * @param voiceStems the telling stems of a voice, with the share each counts
   */
  static compile(
    cards: readonly TopicCard[],
    voices: readonly Voice[],
    stemsOf: (entry: string, language: Language) => readonly string[],
    voiceStems: (voice: Voice) => readonly (readonly [stem: string, share: number])[],
  ): TopicMap {
    const raw = { de: new Map<string, Map<number, number>>(), en: new Map<string, Map<number, number>>(), es: new Map<string, Map<number, number>>() };
    const add = (language: Language, stem: string, card: number, share: number): void => {
      let its = raw[language].get(stem);
      if (its === undefined) raw[language].set(stem, (its = new Map()));
      its.set(card, Math.min(MOST, (its.get(card) ?? 0) + share));
    };
    cards.forEach(({ entries }, card) => {
      for (const language of LANGUAGES) {
        entries[language].forEach((entry, place) => {
          const stems = stemsOf(entry, language);
          for (const stem of stems) add(language, stem, card, HALF_AT / (HALF_AT + place) / Math.sqrt(stems.length));
        });
      }
    });
    // Families of the vocabulary may bear the id of a card; the hand-written card comes first.
    const byId = new Map(cards.map(({ id }, index) => [id, index] as const).reverse());
    for (const voice of voices) {
      const card = byId.get(voice.card);
      if (card !== undefined) for (const [stem, share] of voiceStems(voice)) add(voice.language, stem, card, VOICE * share);
    }
    const weighted = { de: weightedByRarity(raw.de, cards.length), en: weightedByRarity(raw.en, cards.length), es: weightedByRarity(raw.es, cards.length) };
    return {
      titles: cards.map(({ title }) => title),
      links: { de: packed(weighted.de), en: packed(weighted.en), es: packed(weighted.es) },
      neighbours: nearest(Object.values(weighted), cards.length),
    };
  }
}

/** A stem on few cards says more: its weight falls with the square of its rarity among cards. */
function weightedByRarity(raw: ReadonlyMap<string, ReadonlyMap<number, number>>, count: number): Map<string, Links> {
  const most = Math.log(1 + count);
  const links = new Map<string, Links>();
  for (const [stem, its] of raw) {
    const rarity = (Math.log(1 + count / its.size) / most) ** 2;
    const telling = [...its].map(([card, weight]) => [card, weight * rarity] as const).filter(([, weight]) => weight >= FAINT);
    if (telling.length > 0) links.set(stem, { cards: Int16Array.from(telling, ([card]) => card), weights: Float32Array.from(telling, ([, weight]) => weight) });
  }
  return links;
}

function packed(links: ReadonlyMap<string, Links>): StemLinks {
  const all = [...links.values()];
  const from = new Int32Array(all.length + 1);
  all.forEach(({ cards }, i) => (from[i + 1] = from[i]! + cards.length));
  return {
    stems: [...links.keys()].join('\n'),
    from,
    cards: Int16Array.from(all.flatMap(({ cards }) => [...cards])),
    weights: Float32Array.from(all.flatMap(({ weights }) => [...weights])),
  };
}

/** For each card those that share most words with it, weights scaled to the nearest. */
function nearest(byLanguage: readonly ReadonlyMap<string, Links>[], count: number): Links[] {
  const shared = Array.from({ length: count }, () => new Map<number, number>());
  for (const links of byLanguage) {
    for (const { cards, weights } of links.values()) {
      cards.forEach((card, i) => {
        const its = shared[card]!;
        cards.forEach((other, j) => {
          if (other !== card) its.set(other, (its.get(other) ?? 0) + weights[i]! * weights[j]!);
        });
      });
    }
  }
  return shared.map((its) => {
    const best = [...its].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NEIGHBOURS);
    const top = best[0]?.[1] ?? 1;
    return { cards: Int16Array.from(best, ([card]) => card), weights: Float32Array.from(best, ([, weight]) => weight / top) };
  });
}

/** The KEPT cards with the most light. */
function brightest(cards: readonly number[], light: Float64Array): readonly number[] {
  if (cards.length <= KEPT) return cards;
  const most = new Largest(KEPT);
  for (const card of cards) most.add(light[card]!);
  return cards.filter((card) => light[card]! >= most.floor);
}
