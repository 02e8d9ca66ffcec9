import { readdirSync } from 'node:fs';

import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';

import { cutAtWord, quoted, subjectAbout } from '../../src/html/mail-words.js';
import { digestMail, samples as digestSamples } from '../../src/introductions/mails/digest.mail.js';
import { introductionMail, samples as introductionSamples } from '../../src/introductions/mails/introduction.mail.js';
import { formOf, TEMPLATES } from './all-mails.js';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'no-inline-style': 'off', // many mail programs read no other styles
    'no-deprecated-attr': 'off', // cellpadding and cellspacing: some know no CSS for them
    'long-title': 'off', // the title is the subject
    'tel-non-breaking': 'off', // a phone number stands as its owner wrote it
    'no-trailing-whitespace': 'off',
    // Matters of taste, in which the renderer has its own.
    'void-style': 'off',
    'doctype-style': 'off',
    'prefer-tbody': 'off',
  },
});

/** What a reader sees of the html, block by block; but for the button that opens a letter, for which the text has the address and the words. */
function blocksOf(html: string): string[] {
  return html
    .replace(/^.*<body[^>]*>/su, '')
    .replace(/<div style="display: none;.*?<\/div>/su, '')
    .replace(/<a href="mailto:[^"]*\?.*?<\/a>/gsu, '')
    .replace(/<\/?(?:mark|span|a)\b[^>]*>/gu, '')
    .split(/<[^>]*>/u)
    .map((block) => decoded(block).replace(/\s+/gu, ' ').trim())
    .filter((block) => block !== '');
}

function decoded(text: string): string {
  return text
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&#39;/gu, "'")
    .replace(/&amp;/gu, '&');
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]*)"/gu)].map(([, href]) => decoded(href!));
}

/** The strings of the props, with where they stand. */
function stringsOf(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ path, text: String(value) }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, `${path}/${key}`));
}

/** The same props, every free text replaced. */
function withTexts<T>(value: T, replace: (text: string) => string, key = ''): T {
  if (typeof value === 'string') return (/link|url|language|side|step|kind|audience|address|phone/iu.test(key) ? value : replace(value)) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => withTexts(inner, replace, key)) as T;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withTexts(inner, replace, name)])) as T;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ');

test('every mail file is looked at here', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mail.tsx'));
  const kinds = files.map((file) => file.replace(/^.*\//u, '').replace('.mail.tsx', ''));
  expect(TEMPLATES.map(({ kind }) => kind).sort()).toEqual(kinds.sort());
});

describe.each(TEMPLATES)('$kind', ({ samples, render }) => {
  test('P7 speaks German with du and with Sie, English and Spanish', () => {
    expect(new Set(samples.map(formOf))).toEqual(new Set(['de-du', 'de-Sie', 'en', 'es']));
    for (const sample of samples) {
      const { html, text } = render(sample);
      expect(html).toContain(`<html lang="${sample.manner.language}">`);
      if (formOf(sample) === 'de-Sie') expect(text).not.toMatch(/\b(?:du|dir|dich|deine?[mnrs]?|euch|euer|eure[mnrs]?)\b/iu);
      if (formOf(sample) === 'de-du') expect(text).not.toMatch(/(?<![.!?:„\n]\s*)\b(?:Sie|Ihnen|Ihre?[mnrs]?)\b/u);
    }
  });

  test.each(samples.map((sample) => [formOf(sample), sample] as const))('%s holds to the rules of all mails', (_, sample) => {
    const { subject, text, html } = render(sample);
    const report = validator.validateStringSync(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`))).toEqual([]);
    expect(Buffer.byteLength(html)).toBeLessThan(102 * 1024);
    expect(html).not.toMatch(/<img|<script|<link|background=|url\(|http-equiv|srcset/iu);
    expect([...subject].length).toBeLessThanOrEqual(78);
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect(subject + text).not.toMatch(/undefined|\[object|NaN/u);
    expect(subject + text + html.replace(/^.*<body/su, '')).not.toMatch(/\b(?:scores?|match(?:es)?|users?|points?|Nutzer(?:in)?|Punkte?|usuari[oa]s?|puntos?|coincidencias?)\b/iu);
  });

  test('P10 links lead to this install, or to what the other one shared; nothing is fetched', () => {
    for (const sample of samples) {
      const shared = stringsOf(sample).filter(({ path }) => path.startsWith('/contact/'));
      for (const href of linksOf(render(sample).html)) {
        const own = href === sample.url || href.startsWith(`${sample.url}/`);
        const contact = shared.some(({ text }) => href === text || href.startsWith(`mailto:${text}`) || href === `tel:${text.replace(/ /gu, '')}`);
        expect({ href, allowed: own || contact }).toEqual({ href, allowed: true });
      }
    }
  });

  test('P8 the text part says all that the html says, links too', () => {
    for (const sample of samples) {
      const { text, html } = render(sample);
      const flat = oneLine(text);
      expect(blocksOf(html).filter((block) => !flat.includes(block))).toEqual([]);
      expect(linksOf(html).filter((href) => !/^(?:mailto|tel):/u.test(href) && !text.includes(href))).toEqual([]);
      expect(stringsOf(sample).filter(({ text: value }) => decoded(html).includes(value) && value !== sample.manner.language && !text.includes(value))).toEqual([]);
    }
  });

  test('P2 counts nothing: every figure is a date, a code or the words of a person', () => {
    for (const sample of samples) {
      const given = stringsOf(sample).sort((a, b) => b.text.length - a.text.length);
      const ours = given.reduce((text, { text: value }) => text.replaceAll(value, ''), render(sample).text);
      expect(ours).not.toMatch(/\d/u);
    }
  });

  test('what people wrote stays text, also when it looks like markup', () => {
    const nasty = `<script>alert("1")</script> & 'x' <b>\r\nBcc: omar@example.org`;
    for (const sample of samples) {
      const { subject, text, html } = render(withTexts(sample, () => nasty));
      expect(html).not.toMatch(/<script|<b>/u);
      expect(html).toContain('&lt;script');
      expect(text).toContain('<script>alert("1")</script> & \'x\' <b>');
      expect(subject).not.toMatch(/[\r\n]/u);
      expect(validator.validateStringSync(html).valid).toBe(true);
    }
  });

  test('holds with the longest texts that a member may write', () => {
    for (const sample of samples) {
      const { subject, html } = render(withTexts(sample, (text) => `${text} ${'Wörterbuch & 🙂 '.repeat(70)}`));
      expect(Buffer.byteLength(html)).toBeLessThan(102 * 1024);
      expect([...subject].length).toBeLessThanOrEqual(78);
      expect(subject).not.toMatch(/\p{Surrogate}/u);
    }
  });
});

describe('the digest', () => {
  test.each(digestSamples.map((sample) => [formOf(sample), sample] as const))('P1 giving first: whom you could help, then who would help you, then one surprise (%s)', (_, sample) => {
    const { subject, text, html } = digestMail(sample);
    for (const part of [text, decoded(html).replace(/<\/?mark[^>]*>/gu, '')]) {
      const places = [...sample.give.map(({ ask }) => ask), ...sample.receive.map(({ offer }) => offer), sample.surprise!.ask].map((words) => part.indexOf(words));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
    expect(subject).toContain(sample.give[0]!.firstName);
  });

  test('the subject names a real thing', () => {
    expect(digestSamples.map((sample) => digestMail(sample).subject)).toEqual([
      'Omar sucht „Produktfotos … Honigkuchen“ – kannst du helfen?',
      'Omar sucht „Produktfotos … Honigkuchen“ – können Sie helfen?',
      'Omar is looking for “product photos … honey cake” – could you help?',
      'Omar busca «fotos de producto … pan de miel»: ¿le echas una mano?',
    ]);
  });

  test('without anybody to help it opens with who would help, and shows no empty part', () => {
    const sample = { ...digestSamples[0]!, surprise: undefined };
    const { subject, text } = digestMail({ ...sample, give: [] });
    expect(subject).toMatch(/^Greta könnte dir helfen/u);
    expect(text).not.toContain('Hier könntest du helfen');
    expect(text).not.toContain('Eine Überraschung');
  });

  test('P4 with nothing to say there is no mail', () => {
    const sample = { ...digestSamples[0]!, surprise: undefined };
    expect(() => digestMail({ ...sample, give: [], receive: [] })).toThrow('no mail');
  });
});

describe('the introduction', () => {
  test('P5 proposes a first sentence that quotes the words of both', () => {
    for (const sample of introductionSamples) {
      const { text } = introductionMail(sample);
      const quotes = [sample.askPhrase, sample.offerPhrase].map((phrase) => quoted(sample.manner.language, phrase));
      expect(text.split('\n').some((line) => quotes.every((quote) => line.includes(quote)))).toBe(true);
    }
  });

  test('P3 shows what the other one shared, and nothing that they did not', () => {
    const [sample] = introductionSamples;
    const { text, html } = introductionMail({ ...sample!, contact: { phone: '+49 30 5550 9999' } });
    expect(text).toContain('+49 30 5550 9999');
    expect(html).toContain('href="tel:+493055509999"');
    expect(html).not.toContain('mailto:');
  });

  test('a shared link that is no web address is text, not a link', () => {
    const { html } = introductionMail({ ...introductionSamples[0]!, contact: { link: 'javascript:alert(1)' } });
    expect(linksOf(html).filter((href) => href.startsWith('javascript'))).toEqual([]);
    expect(html).toContain('javascript:alert(1)');
  });
});

describe('words of a subject', () => {
  test('are cut between two words, and the cut is told', () => {
    expect(cutAtWord('Produktfotos für Honigkuchen', 22)).toBe('Produktfotos für…');
    expect(cutAtWord('Produktfotos, für Honigkuchen', 14)).toBe('Produktfotos…');
    expect(cutAtWord('Donaudampfschifffahrt', 10)).toBe('Donaudamp…');
    expect(cutAtWord('Honigkuchen', 11)).toBe('Honigkuchen');
  });

  test('leave what stands around them whole', () => {
    const subject = subjectAbout('Omar', 'jemanden, der meine Honigkuchen bei gutem Licht fotografiert und geduldig ist', (name, words) => `${name} sucht „${words}“ – kannst du helfen?`);
    expect(subject).toBe('Omar sucht „jemanden, der meine Honigkuchen bei…“ – kannst du helfen?');
  });

  test('never grow, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 2, max: 90 }), (text, limit) => {
        const cut = cutAtWord(text, limit);
        expect([...cut].length).toBeLessThanOrEqual(Math.max(limit, 2));
        if ([...text].length <= limit) expect(cut).toBe(text);
      }),
    );
  });
});
