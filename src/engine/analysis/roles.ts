import { phraseAt, type Lexicon } from './lexicon.js';
import type { Word } from './tokenizer.js';

/** Members write *asks* ("what I'm looking for") and *offers* ("what I offer"). */
export type StatementKind = 'ask' | 'offer';

/**
 * What a word does in its statement:
 * - `need`: names what is asked for or given;
 * - `context`: for whom, for which trade, who the writer is ("a photographer **for our bakery**");
 * - `background`: why or when ("**while I travel**");
 * - `negated`: what is not wanted ("no **recruiters**");
 * - `lacking`: what is missing ("nobody here speaks **Spanish**");
 * - `excluded`: what is left out ("cakes without **gluten**", "sin **intermediarios**");
 * - `setting`: where, or when;
 * - `opposite`: belongs to the other direction ("I also look for ..." in an offer);
 * - `frame`: asks or offers without naming anything ("I'm looking for somebody who");
 * - `stop`: carries no topic anywhere.
 */
export type Role = 'need' | 'context' | 'background' | 'negated' | 'lacking' | 'excluded' | 'setting' | 'opposite' | 'frame' | 'stop';

const NEGATION_REACH = 3;

interface ClauseState {
  role: Role;
  /** Whether the clause has named something yet: only then does "for ..." open a context. */
  named: boolean;
  negated: number;
  negation: 'negated' | 'lacking' | 'excluded';
}

/**
 * The role of each word. `lexiconOf` gives the word lists of the language in which a word stands, `folded` the words as these fold them.
 * @param settings the numbers of words that only say where or when
 */
export function rolesOf(words: readonly Word[], folded: readonly string[], kind: StatementKind, lexiconOf: (index: number) => Lexicon, settings: ReadonlySet<number>): Role[] {
  const roles: Role[] = [];
  const state: ClauseState = { role: 'need', named: false, negated: 0, negation: 'lacking' };
  const opposite = kind === 'ask' ? 'offer' : 'request';
  const own = kind === 'ask' ? 'request' : 'offer';
  let opposed = false;

  for (let i = 0; i < words.length; i++) {
    const lexicon = lexiconOf(i);
    const isSentence = i === 0 || words[i]!.sentence !== words[i - 1]!.sentence;
    const isClause = i === 0 || words[i]!.clause !== words[i - 1]!.clause;
    if (isSentence) {
      Object.assign(state, { role: 'need', named: false });
      opposed = false;
    }
    if (isClause) {
      state.negated = 0;
      if (state.role === 'context') Object.assign(state, { role: 'need', named: false });
    }

    const cover = (length: number, role: Role): void => {
      for (let k = 0; k < length; k++) roles[i + k] = role;
      i += length - 1;
    };
    const request = phraseAt(lexicon.phrases[own], folded, i, isClause);
    if (request) {
      Object.assign(state, { role: 'need', named: false, negated: 0 });
      opposed = false;
      cover(request.words.length, 'frame');
      continue;
    }
    const contrary = phraseAt(lexicon.phrases[opposite], folded, i, isClause);
    if (contrary && (kind === 'offer' || roles.includes('need'))) {
      opposed = true;
      cover(contrary.words.length, 'frame');
      continue;
    }
    const negation = phraseAt(lexicon.phrases.negation, folded, i, isClause);
    if (negation && !lexicon.negationExceptions.has(folded[i + negation.words.length] ?? '') && !isVerbalNo(lexicon, folded, i, negation.words)) {
      state.negated = NEGATION_REACH;
      state.negation = roles.includes('need') ? negationOf(lexicon, folded, i, negation.words, isClause) : lackOf(lexicon, negation.words);
      cover(negation.words.length, 'stop');
      continue;
    }
    if (settings.has(i)) {
      roles[i] = 'setting';
      continue;
    }
    const opens = opened(lexicon, folded, i, isClause, kind, state);
    if (opens) {
      state.role = opens.role;
      cover(opens.length, 'stop');
      continue;
    }
    const word = folded[i]!;
    if (lexicon.stopWords.has(word)) {
      // "no recruiters, agencies or brokers" is one refusal; any other joint ends it.
      roles[i] = 'stop';
    } else if (state.negated > 0) {
      roles[i] = state.negation;
      if (!lexicon.conjunctions.has(folded[i + 1] ?? '')) state.negated--;
    } else if (lexicon.frameWords.has(word)) roles[i] = 'frame';
    else {
      roles[i] = opposed ? 'opposite' : state.role;
      if (!lexicon.weakWords.has(word)) state.named = true;
    }
  }
  return promoted(roles);
}

/** A phrase that opens a context or a background here, with the length of its words. */
function opened(lexicon: Lexicon, folded: readonly string[], at: number, isClause: boolean, kind: StatementKind, state: ClauseState): { role: Role; length: number } | undefined {
  const { phrases } = lexicon;
  if (state.named) {
    const purpose = phraseAt(phrases.for, folded, at, isClause);
    if (purpose) return { role: 'context', length: purpose.words.length };
  }
  const background = phraseAt(phrases.background, folded, at, isClause);
  if (background && (isClause || state.named)) return { role: 'background', length: background.words.length };
  if (kind === 'ask' && isClause) {
    const self = phraseAt(phrases.self, folded, at, isClause);
    if (self) return { role: 'context', length: self.words.length };
  }
  return undefined;
}

const SPANISH_VERB_ENDING = /(?:o|amos|emos|imos|an|en|aba|ia)$/;

/** "no encuentro piso" negates a verb: the flat is still wanted. "no recruiters" refuses a thing. */
function isVerbalNo(lexicon: Lexicon, folded: readonly string[], at: number, negation: readonly string[]): boolean {
  if (lexicon.language !== 'es' || negation[0] !== 'no') return false;
  const next = folded[at + 1];
  return next === undefined || lexicon.stopWords.has(next) || SPANISH_VERB_ENDING.test(next);
}

/** Nobody begins with a refusal: "no heating since Friday" tells what is missing. */
function lackOf(lexicon: Lexicon, negation: readonly string[]): ClauseState['negation'] {
  return negation.length === 1 && lexicon.without.has(negation[0]!) ? 'excluded' : 'lacking';
}

/** "No recruiters", "bitte keine Vertreter" refuse; "nobody speaks Spanish", "I have no plan" tell what is missing. */
function negationOf(lexicon: Lexicon, folded: readonly string[], at: number, negation: readonly string[], isClause: boolean): ClauseState['negation'] {
  if (negation.length === 1 && lexicon.without.has(negation[0]!)) return 'excluded';
  const before = folded[at - 1] ?? '';
  const refuses = isClause || lexicon.conjunctions.has(before) || lexicon.politeWords.has(before) || folded.slice(at + 1, at + 4).some((word) => lexicon.politeWords.has(word));
  return refuses ? 'negated' : 'lacking';
}

/** Where nothing is named as the need, what was taken for context or background is the need ("I have a leaking tap"). */
function promoted(roles: readonly Role[]): Role[] {
  if (roles.includes('need')) return [...roles];
  const from = (['context', 'background', 'lacking'] as const).find((role) => roles.includes(role));
  return roles.map((role) => (role === from ? 'need' : role));
}
