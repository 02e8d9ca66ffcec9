import { relative } from 'node:path';

import { LANGUAGES } from '../engine/engine.js';
import { readLanguage, readTopicFile, readVocabularyFile, readVoiceFile, topicFiles, vocabularyFiles, voiceFiles } from './sources.js';
import { checkTopics, checkVocabulary, faultLine, labelWords } from './vocabulary-check.js';

const vocabulary = vocabularyFiles().map((path) => ({ path: relative('', path), file: readVocabularyFile(path) }));
const topics = topicFiles().map((path) => ({ path: relative('', path), file: readTopicFile(path) }));
const voices = voiceFiles().map((path) => ({ path: relative('', path), file: readVoiceFile(path) }));

const faults = [...checkVocabulary(vocabulary, labelWords(LANGUAGES.map(readLanguage))), ...checkTopics(topics, voices)];
for (const fault of faults) console.log(faultLine(fault));
if (faults.length > 0) process.exitCode = 1;
else {
  const concepts = vocabulary.flatMap(({ file }) => Object.values(file.concepts));
  const labels = concepts.flatMap((entry) => LANGUAGES.flatMap((language) => entry[language] ?? []));
  const cards = topics.flatMap(({ file }) => Object.keys(file.cards));
  console.log(`No faults: ${concepts.length} concepts, ${labels.length} labels, ${cards.length} cards, ${voices.flatMap(({ file }) => file).length} voices.`);
}
