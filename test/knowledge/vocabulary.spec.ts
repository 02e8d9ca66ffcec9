import { LANGUAGES } from '../../src/engine/engine.js';
import {
  readLanguage,
  readTopicFile,
  readVocabularyFile,
  readVoiceFile,
  topicFiles,
  vocabularyFiles,
  voiceFiles,
  type TopicFile,
  type VocabularyFile,
  type VoiceLine,
} from '../../src/knowledge/sources.js';
import { checkTopics, checkVocabulary, faultLine, labelWords } from '../../src/knowledge/vocabulary-check.js';

const words = labelWords(LANGUAGES.map(readLanguage));

type Concepts = VocabularyFile['concepts'];

const PILOT: Concepts[string] = { en: ['harbour pilot', 'marine pilot'], de: ['Hafenlotse', 'Lotsenboot'], es: ['práctico de puerto', 'piloto marítimo'] };
const DIVER: Concepts[string] = { en: ['harbour diver', 'underwater welder'], de: ['Hafentaucher', 'Unterwasserschweißer'], es: ['buzo de puerto', 'soldador submarino'] };

/** Faults of made-up files, as the script prints them: each argument is a file. */
function faultsOf(...files: { concepts: Concepts; kind?: VocabularyFile['kind'] }[]): string[] {
  const read = files.map(({ concepts, kind = 'topic' }, index) => ({ path: `${'abc'[index]}.yaml`, file: { field: 'Harbour', kind, concepts } }));
  return checkVocabulary(read, words).map(faultLine);
}

const ENTRIES = Array.from({ length: 20 }, (_, index) => `word${index}`).join(', ');
const CARD: TopicFile['cards'][string] = { title: { en: 'harbour', de: 'Hafen', es: 'puerto' }, en: ENTRIES, de: ENTRIES, es: ENTRIES };

function topicFaultsOf(cards: readonly TopicFile['cards'][], voices: readonly VoiceLine[] = []): string[] {
  const read = cards.map((its, index) => ({ path: `${'abc'[index]}.yaml`, file: { field: 'Harbour', cards: its } }));
  return checkTopics(read, [{ path: 'a.tsv', file: voices }]).map(faultLine);
}

describe('the check of the vocabulary', () => {
  test('finds nothing in sound files', () => {
    expect(faultsOf({ concepts: { pilot: PILOT, diver: { ...DIVER, broader: ['pilot'], related: { pilot: 0.5 } } } })).toEqual([]);
  });

  test('an id is kebab-case', () => {
    expect(faultsOf({ concepts: { Harbour_Pilot: PILOT } })).toEqual(['a.yaml: Harbour_Pilot: an id is lower-case English words joined by hyphens, as in tax-return: rename it']);
  });

  test('an id stands in one file', () => {
    expect(faultsOf({ concepts: { pilot: PILOT } }, { concepts: { pilot: DIVER } })).toEqual(['b.yaml: pilot: this concept stands in a.yaml too: join both in one file']);
  });

  test.each([undefined, []])('every language has labels (%p has none)', (none) => {
    const { de, en } = PILOT;
    expect(faultsOf({ concepts: { pilot: { ...(de && { de }), ...(en && { en }), ...(none && { es: none }) } } })).toEqual([
      'a.yaml: pilot es: there is no label in this language: write at least two',
    ]);
  });

  test('a label is a text', () => {
    const en = ['harbour pilot', 2024] as unknown as string[];
    expect(faultsOf({ concepts: { pilot: { ...PILOT, en } } })).toEqual(['a.yaml: pilot en: the label 2024 is no text for YAML: put it into quotes']);
  });

  test('a label stands once in a concept; both forms of a profession may stand, though their stems are one', () => {
    expect(faultsOf({ concepts: { pilot: { ...PILOT, de: ['Hafenkapitän', 'hafenkapitän', 'Bootsführer', 'Bootsführerin'] } } })).toEqual([
      'a.yaml: pilot de "hafenkapitän": the label stands here twice: take one out',
    ]);
  });

  test('a label of two topic concepts is told even where endings, order and stop words differ', () => {
    const diver = { ...DIVER, en: ['diving in the harbour', 'pilots for the harbour'] };
    expect(faultsOf({ concepts: { pilot: PILOT } }, { concepts: { diver } })).toEqual([
      'b.yaml: diver en "pilots for the harbour": the topic concept "pilot" (a.yaml) has "harbour pilot", and the engine cannot tell the two apart: keep it in the one it names best',
    ]);
  });

  test('the same letters in two languages are no fault', () => {
    expect(faultsOf({ concepts: { pilot: PILOT, diver: { ...DIVER, de: ['Hafentaucher', 'harbour pilot'] } } })).toEqual([]);
  });

  test('an everyday concept may share a label with a topic', () => {
    expect(faultsOf({ concepts: { pilot: PILOT } }, { kind: 'everyday', concepts: { boats: { ...DIVER, en: ['rowing boat', 'marine pilot'] } } })).toEqual([]);
  });

  test('two everyday concepts may share a label', () => {
    expect(faultsOf({ kind: 'everyday', concepts: { boats: PILOT, ships: { ...DIVER, en: ['ship', 'harbour pilot'] } } })).toEqual([]);
  });

  test.each([{ broader: ['seafaring'] }, { related: { seafaring: 0.5 } }])('a link leads to a known concept (%j)', (link) => {
    expect(faultsOf({ concepts: { pilot: { ...PILOT, ...link } } })).toEqual(['a.yaml: pilot: it leads to "seafaring", which no file has: mend the id, or take the link out']);
  });

  test.each([0, -0.5, 1.5, NaN])('a strength of %p is none', (strength) => {
    expect(faultsOf({ concepts: { pilot: PILOT, diver: { ...DIVER, related: { pilot: strength } } } })).toEqual([
      `a.yaml: diver: it is related to "pilot" by ${strength}: a strength is above 0 and at most 1`,
    ]);
  });

  test('broader concepts do not lead back, and each circle is told once', () => {
    const third = { en: ['quay crane', 'crane driver'], de: ['Hafenkran', 'Kranführer'], es: ['grúa portuaria', 'gruista'] };
    expect(faultsOf({ concepts: { pilot: { ...PILOT, broader: ['diver'] }, diver: { ...DIVER, broader: ['pilot'] }, crane: { ...third, broader: ['pilot', 'crane'] } } })).toEqual([
      'a.yaml: pilot: its broader concepts lead back to it (pilot > diver > pilot): take one of these links out',
      'a.yaml: crane: its broader concepts lead back to it (crane > crane): take one of these links out',
    ]);
  });

  test('stop words and single letters are no labels, C# and C++ are', () => {
    expect(faultsOf({ concepts: { pilot: { ...PILOT, en: ['marine pilot', 'the', 'x', 'C#', 'C++'] } } })).toEqual([
      'a.yaml: pilot en "the": a stop word names nothing: take it out',
      'a.yaml: pilot en "x": one letter is no label: write the word',
    ]);
  });

  test('a frequent word alone names no topic, yet an everyday concept or a part of a longer label it may be', () => {
    expect(faultsOf({ concepts: { pilot: { ...PILOT, en: ['day', 'water pilot'] } } }, { kind: 'everyday', concepts: { water: { ...DIVER, en: ['day'] } } })).toEqual([
      'a.yaml: pilot en "day": it is among the 300 most frequent words and would be found everywhere: say it in two words, or in an everyday concept',
    ]);
  });
});

describe('the check of topic cards and voices', () => {
  const voice: VoiceLine = { line: 1, card: 'harbour', kind: 'ask', language: 'en', text: 'where can I moor for a night' };

  test('finds nothing in sound files', () => {
    expect(topicFaultsOf([{ harbour: CARD }], [voice])).toEqual([]);
  });

  test('a card stands in one file', () => {
    expect(topicFaultsOf([{ harbour: CARD }, { harbour: CARD }])).toEqual(['b.yaml: harbour: this card stands in a.yaml too: join both in one file']);
  });

  test('a card has a title in every language', () => {
    expect(topicFaultsOf([{ harbour: { ...CARD, title: { en: 'harbour', de: 'Hafen' } } }])).toEqual(['a.yaml: harbour es: the title is missing in this language: write it']);
  });

  test('a card has words enough in every language; a repeated one counts once', () => {
    expect(topicFaultsOf([{ harbour: { ...CARD, es: '', en: `${'quay, '.repeat(30)}mooring` } }])).toEqual([
      'a.yaml: harbour en: the card has 2 entries in this language: write at least 20',
      'a.yaml: harbour es: the card has 0 entries in this language: write at least 20',
    ]);
  });

  test('a voice speaks of a known card, is an ask or an offer, and in a known language', () => {
    expect(topicFaultsOf([{ harbour: CARD }], [{ line: 7, card: 'harbor', kind: 'wish', language: 'fr', text: ' ' }])).toEqual([
      'a.tsv: harbor: line 7: no file of cards has "harbor": mend the id',
      'a.tsv: harbor: line 7: the second column is "wish": write ask or offer',
      'a.tsv: harbor: line 7: the third column is "fr": write de, en, es',
      'a.tsv: harbor: line 7: the fourth column is empty: write what somebody says',
    ]);
  });
});

test('the vocabulary as it stands has no faults', () => {
  const files = vocabularyFiles().map((path) => ({ path, file: readVocabularyFile(path) }));
  expect(checkVocabulary(files, words).map(faultLine)).toEqual([]);
});

test('the topic cards and voices as they stand have no faults', () => {
  const cards = topicFiles().map((path) => ({ path, file: readTopicFile(path) }));
  const voices = voiceFiles().map((path) => ({ path, file: readVoiceFile(path) }));
  expect(checkTopics(cards, voices).map(faultLine)).toEqual([]);
});
