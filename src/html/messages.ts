import { IntlMessageFormat } from 'intl-messageformat';

import { LANGUAGES, type Language } from '../engine/engine.js';
import { de } from './messages/de.js';
import { en, type MessageKey } from './messages/en.js';
import { es } from './messages/es.js';

const CATALOGUES: Record<Language, Record<MessageKey, string>> = { de, en, es };
const formats = new Map<string, IntlMessageFormat>();

/** A message in a language, its placeholders filled. */
export function message(language: Language, key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  const id = `${language}:${key}`;
  let format = formats.get(id);
  if (!format) formats.set(id, (format = new IntlMessageFormat(CATALOGUES[language][key], language, undefined, { ignoreTag: true })));
  return String(format.format(values));
}

/** The first language of an Accept-Language header that Gern speaks; English where there is none. */
export function preferredLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/u.exec(parameter)?.[1]).find(Boolean);
      return { code: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ code }) => LANGUAGES.find((language) => language === code)).find((language) => language !== undefined) ?? 'en';
}
