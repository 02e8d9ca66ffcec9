import fc from 'fast-check';

import type { Statement, StatementKind } from '../../src/engine/engine.js';

/** Words that name something, in three languages; no joints, so that a statement made of them has one need. */
const TELLING = [
  ...[
    'Steuererklärung',
    'Klavierunterricht',
    'Kinder',
    'Fotografin',
    'Hochzeit',
    'Katze',
    'Garten',
    'Vertrag',
    'Wohnung',
    'Fahrrad',
    'Buchhaltung',
    'Schreiner',
    'Küche',
    'Yoga',
    'Anfänger',
    'Leipzig',
  ],
  ...['taxes', 'piano', 'wedding', 'photographer', 'cat', 'garden', 'website', 'contract', 'flat', 'bicycle', 'beginners', 'marketing', 'mentor', 'bakery', 'lawyer', 'remote'],
  ...['impuestos', 'clases', 'boda', 'fotógrafa', 'gato', 'jardín', 'contrato', 'piso', 'bicicleta', 'principiantes', 'contable', 'cocina', 'abogada', 'panadería', 'traductor', 'Valencia'],
];

/** Words that steer: frames, negations, what opens a context, and small words. */
const STEERING = [
  ...['suche', 'biete', 'ich', 'für', 'mit', 'kein', 'ohne', 'und', 'unsere', 'während', 'brauche', 'nicht'],
  ...['looking', 'offer', 'for', 'with', 'no', 'without', 'our', 'while', 'need', 'nobody', 'the', 'and'],
  ...['busco', 'ofrezco', 'para', 'con', 'sin', 'ningún', 'nuestra', 'mientras', 'necesito', 'nadie', 'la', 'y'],
];

const sentence = (words: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.array(words, { minLength: 3, maxLength: 10, size: 'max' }).map((its) => its.join(' '));

/** Three to ten words that all name something. */
export const tellingText = sentence(fc.constantFrom(...TELLING));

/** Three to ten words, four in seven of them telling. */
export const everydayText = sentence(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...TELLING) }, { weight: 3, arbitrary: fc.constantFrom(...STEERING) }));

/** Any text at all: every code point, halves of surrogate pairs, and words with anything between them. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120, size: 'max' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60, size: 'max' }).map((units) => String.fromCharCode(...units)),
  fc
    .array(fc.oneof(fc.constantFrom(...TELLING, ...STEERING), fc.string({ unit: 'grapheme', maxLength: 5 }), fc.constantFrom('\n', '; ', '. ', ' / ', ' – ', '1) ', 'İ', 'ﬁ', 'ß', 'e\u0301')), {
      maxLength: 14,
    })
    .map((parts) => parts.join(' ')),
);

/** A statement of its own owner; ids of equal length, so that their order is that of their numbers. */
export function statementOf(kind: StatementKind, number: number, text: string): Statement {
  const id = `${kind}-${String(number).padStart(3, '0')}`;
  return { id, owner: `owner of ${id}`, kind, text };
}
