import type { Language } from './language.js';

/** A concept as written in `data/vocabulary`, after SKOS: labels by language (the first is the preferred one) and links to others. */
export interface Concept {
  readonly id: string;
  readonly labels: Readonly<Record<Language, readonly string[]>>;
  readonly broader: readonly string[];
  /** Strength in 0..1 by concept id. */
  readonly related: Readonly<Record<string, number>>;
  /** Everyday words carry less than the things members look for and offer. */
  readonly everyday: boolean;
}

/** How well an offer of one concept serves an ask of another, by how far they stand apart. */
const STRENGTH = { narrower: 0.8, broader: 0.6, twoNarrower: 0.6, twoBroader: 0.35, sibling: 0.4, related: 0.8 } as const;
/** Families larger than this say little about their members. */
const LARGE_FAMILY = 12;
const EVERYDAY_FAMILY = 0.5;

export interface Neighbour {
  readonly concept: number;
  /** In 0..1; 1 only for the concept itself. */
  readonly strength: number;
}

/** The concepts as numbers, with the neighbours of each: what could serve somebody who asks for it. */
export class Vocabulary {
  private readonly indexes = new Map<string, number>();
  private readonly children: number[][];
  private readonly parents: number[][];
  private readonly related: Map<number, number>[];
  private readonly memo = new Map<number, readonly Neighbour[]>();
  private readonly servedMemo = new Map<number, readonly Neighbour[]>();

  constructor(readonly concepts: readonly Concept[]) {
    concepts.forEach((concept, index) => this.indexes.set(concept.id, index));
    this.children = concepts.map(() => []);
    this.parents = concepts.map((concept) => this.known(concept.broader));
    this.related = concepts.map(() => new Map());
    concepts.forEach((concept, index) => {
      for (const parent of this.parents[index]!) this.children[parent]!.push(index);
      for (const [id, strength] of Object.entries(concept.related)) {
        const other = this.indexes.get(id);
        if (other === undefined) continue;
        this.relate(index, other, strength);
        this.relate(other, index, strength);
      }
    });
  }

  concept(index: number): Concept {
    return this.concepts[index]!;
  }

  index(id: string): number | undefined {
    return this.indexes.get(id);
  }

  /** The concept itself and all that may serve an ask for it, strongest first. */
  neighbours(index: number): readonly Neighbour[] {
    let found = this.memo.get(index);
    if (found === undefined) {
      found = this.walk(index);
      this.memo.set(index, found);
    }
    return found;
  }

  /** The concepts that this one may serve, with how well it serves each; whoever is near is near in both directions, though not equally. */
  servedBy(index: number): readonly Neighbour[] {
    let found = this.servedMemo.get(index);
    if (found === undefined) {
      found = this.neighbours(index).map(({ concept }) => ({ concept, strength: this.neighbours(concept).find((other) => other.concept === index)!.strength }));
      this.servedMemo.set(index, found);
    }
    return found;
  }

  private walk(index: number): Neighbour[] {
    const best = new Map<number, number>([[index, 1]]);
    const factor = this.concepts[index]!.everyday ? EVERYDAY_FAMILY : 1;
    const reach = (other: number, strength: number): void => {
      if (strength > (best.get(other) ?? 0)) best.set(other, strength);
    };
    for (const child of this.children[index]!) {
      reach(child, STRENGTH.narrower * factor);
      for (const grandchild of this.children[child]!) reach(grandchild, STRENGTH.twoNarrower * factor);
    }
    for (const parent of this.parents[index]!) {
      const family = this.children[parent]!;
      const closeness = factor * Math.min(1, LARGE_FAMILY / family.length);
      reach(parent, STRENGTH.broader * factor);
      for (const sibling of family) reach(sibling, STRENGTH.sibling * closeness);
      for (const grandparent of this.parents[parent]!) reach(grandparent, STRENGTH.twoBroader * factor);
    }
    for (const [other, strength] of this.related[index]!) reach(other, strength * STRENGTH.related);
    return [...best].map(([concept, strength]) => ({ concept, strength })).sort((a, b) => b.strength - a.strength || a.concept - b.concept);
  }

  private known(ids: readonly string[]): number[] {
    return ids.map((id) => this.indexes.get(id)).filter((index) => index !== undefined);
  }

  private relate(from: number, to: number, strength: number): void {
    const links = this.related[from]!;
    links.set(to, Math.max(strength, links.get(to) ?? 0));
  }
}
