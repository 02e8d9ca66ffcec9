import type { Analyzer, Language } from '../engine/engine.js';

/** An ask that no topic fits better than this has none worth naming. */
const CLEAR_TOPIC = 0.45;

/** The title of the topic card that an ask stands nearest to; undefined where none is near. */
export function topicOf(ask: string, analyzer: Analyzer, language: Language): string | undefined {
  const { ids, values } = analyzer.analyze(ask, 'ask').topics;
  const nearest = values.indexOf(Math.max(0, ...values));
  return nearest < 0 || values[nearest]! < CLEAR_TOPIC ? undefined : analyzer.topics.titleOf(ids[nearest]!)[language];
}
