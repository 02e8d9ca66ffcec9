import { LANGUAGES, type Language } from './language.js';
import { cosineReady, type SparseVector } from './sparse-vector.js';

/** A kind of help with the words by which people on both sides betray that they speak of it, most telling first. */
export interface TopicCard {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly entries: Readonly<Record<Language, readonly string[]>>;
}

/** A word of a statement, as it may be known: stems by language, and how much it says (0..1). */
export interface Pointer {
  readonly stems: Readonly<Partial<Record<Language, string>>>;
  readonly weight: number;
}

interface Link {
  readonly card: number;
  readonly weight: number;
}

/** Entries lose weight down the list: the one at this place counts half. */
const HALF_AT = 60;
/** A card's neighbours, by shared words, are lit with this share. */
const GLOW = 0.15;
const NEIGHBOURS = 6;
/** Cards lit less than this share of the brightest are noise. */
const NOISE = 0.06;

/**
 * Places a text among topics by the words it uses: explicit semantic analysis (Gabrilovich and Markovitch, IJCAI 2007) over hand-written
 * trilingual cards in the place of encyclopedia articles. Texts that share no word, or no language, meet on a card.
 */
export class TopicSpace {
  private readonly links: Record<Language, Map<string, readonly Link[]>> = { de: new Map(), en: new Map(), es: new Map() };
  private readonly neighbours: readonly (readonly Link[])[];

  /** @param stemsOf the telling stems of an entry */
  constructor(
    readonly cards: readonly TopicCard[],
    stemsOf: (entry: string, language: Language) => readonly string[],
  ) {
    for (const language of LANGUAGES) this.file(language, stemsOf);
    this.neighbours = cards.map((_, card) => this.nearest(card));
  }

  knows(stem: string, language: Language): boolean {
    return this.links[language].has(stem);
  }

  /** How strongly a word points to a card. */
  pointsTo(stems: Pointer['stems'], card: number): number {
    const weights = LANGUAGES.map((language) => {
      const stem = stems[language];
      return stem === undefined ? 0 : (this.links[language].get(stem)?.find((link) => link.card === card)?.weight ?? 0);
    });
    return Math.max(...weights);
  }

  /** The topics of a text, as a vector over the cards. */
  place(pointers: readonly Pointer[]): SparseVector {
    const lit = new Map<number, number>();
    for (const { stems, weight } of pointers) {
      if (weight <= 0) continue;
      const own = new Map<number, number>();
      for (const language of LANGUAGES) {
        const stem = stems[language];
        for (const link of (stem !== undefined && this.links[language].get(stem)) || []) own.set(link.card, Math.max(own.get(link.card) ?? 0, link.weight));
      }
      for (const [card, strength] of own) lit.set(card, (lit.get(card) ?? 0) + weight * strength);
    }
    return cosineReady(this.glowing(lit));
  }

  private glowing(lit: ReadonlyMap<number, number>): Map<number, number> {
    const brightest = Math.max(0, ...lit.values());
    const glow = new Map<number, number>();
    for (const [card, light] of lit) {
      if (light < NOISE * brightest) continue;
      glow.set(card, (glow.get(card) ?? 0) + light);
      for (const near of this.neighbours[card]!) glow.set(near.card, (glow.get(near.card) ?? 0) + GLOW * near.weight * light);
    }
    return glow;
  }

  private file(language: Language, stemsOf: (entry: string, language: Language) => readonly string[]): void {
    const weights = new Map<string, Map<number, number>>();
    this.cards.forEach((card, index) => {
      card.entries[language].forEach((entry, place) => {
        const stems = stemsOf(entry, language);
        const share = HALF_AT / (HALF_AT + place) / Math.sqrt(stems.length || 1);
        for (const stem of stems) {
          const known = weights.get(stem) ?? new Map<number, number>();
          known.set(index, Math.min(1.2, (known.get(index) ?? 0) + share));
          weights.set(stem, known);
        }
      });
    });
    const most = Math.log(1 + this.cards.length);
    for (const [stem, its] of weights) {
      const rarity = Math.log(1 + this.cards.length / its.size) / most;
      this.links[language].set(
        stem,
        [...its].map(([card, weight]) => ({ card, weight: weight * rarity * rarity })),
      );
    }
  }

  /** The cards that share most words with this one, weights scaled to the nearest. */
  private nearest(card: number): Link[] {
    const shared = new Map<number, number>();
    for (const language of LANGUAGES) {
      for (const links of this.byCard(language)[card]!) {
        const own = links.find((link) => link.card === card)!.weight;
        for (const link of links) if (link.card !== card) shared.set(link.card, (shared.get(link.card) ?? 0) + own * link.weight);
      }
    }
    const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, NEIGHBOURS);
    const top = best[0]?.[1] ?? 1;
    return best.map(([near, weight]) => ({ card: near, weight: weight / top }));
  }

  private readonly filedByCard = new Map<Language, (readonly Link[])[][]>();

  private byCard(language: Language): (readonly Link[])[][] {
    let known = this.filedByCard.get(language);
    if (known === undefined) {
      known = this.cards.map(() => []);
      for (const links of this.links[language].values()) for (const { card } of links) known[card]!.push(links);
      this.filedByCard.set(language, known);
    }
    return known;
  }
}
