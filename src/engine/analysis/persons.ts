import { fold } from './folding.js';
import type { Language } from './language.js';

/** Endings of words for persons who do something. */
const PERSON: Readonly<Record<Language, RegExp>> = {
  de: /(?:er|erin|or|orin|ist|istin|ent|entin|ant|antin|loge|login|graf|grafin|frau|mann|partner|coach|anwalt|arzt|sitter|sitterin|angel|buddy)(?:s|innen|nen)?$/,
  en: /(?:er|or|ist|ian|ant|coach|buddy|mate|sitter|editor|angel|dev|lawyer|tutor)s?$/,
  es: /(?:or|ora|ista|ero|era|ante|logo|loga|grafo|grafa|gado|gada|tecto|tecta|tico|tica|coach|angel|canguro|ario|aria)(?:s|es)?$/,
};

/** Whether a word, by its ending, names a person by what they do ("Makler", "recruiter", "intermediarios"). */
export function namesPerson(word: string, language: Language): boolean {
  return PERSON[language].test(fold(word));
}
