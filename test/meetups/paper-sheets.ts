import type { MeetupSheet, SheetGuest, SheetTie } from '../../src/meetups/paper/meetup-sheet.js';

const NAMES = [
  'Änne-Sophie Freifrau von Hohenfels-Waldenau-Schillingsmark zu Oberbrunnthal',
  'Íñigo Muñoz Ñúñez de la Peña y Güell',
  'Zoë 🦊🌻 Bjørnsdóttir',
  'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenberatungsstelle',
  'Li 王小明',
  '🦊🌻',
  'Łukasz Żółć',
  'Bo',
  '𝓕𝓪𝓷𝓬𝔂 Müller',
  'Ada ❤️ Lindqvist 👩🏽‍💻',
];
const WORDS = ['Straßenbahnhaltestellenüberdachungsreinigung', 'clases de cerámica', 'a photographer for our bakery', 'Öl', 'pingüino', 'https', 'Steuer­beratung', '🎉 party', 'SEO'];

const textOf = (from: number, count: number): string => Array.from({ length: count }, (_, i) => WORDS[(from + i * 3) % WORDS.length]).join(' ');

/** A room full of the names and words that break layouts. `talkative` guests have more to read than a card holds. */
export function crowdedSheet(count: number, ties = 3, words = 5): MeetupSheet {
  const languages = ['de', 'en', 'es'] as const;
  const names = Array.from({ length: count }, (_, i) => (i < NAMES.length ? NAMES[i]! : `${NAMES[i % NAMES.length]!} ${i}`));
  const tiesOf = (i: number, step: number): SheetTie[] =>
    Array.from({ length: i % (ties + 1) }, (_, k) => ({ name: names[(i + step * (k + 1)) % count]!, reason: `sucht „${textOf(i + k, words)}“ – du bietest „${textOf(i + 2 * k, words)}“` }));
  const guests = names.map((name, i): SheetGuest => ({ name, language: languages[i % 3]!, give: tiesOf(i, 1), receive: tiesOf(i + 1, count - 1) }));
  return {
    title: 'Frühlingstreffen der Töpferinnen, Tüftler und Träumer im Coworking an der Mole 🌊',
    place: 'Carrer de la Mar, Palma',
    dateText: 'Donnerstag, 15. Mai 2025, 19 Uhr',
    language: languages[count % 3]!,
    introductions: names.slice(1).map((asker, i) => ({
      giver: names[i]!,
      asker,
      ask: textOf(i, words),
      offer: textOf(i + 1, words),
      sentence: `${names[i]}, darf ich vorstellen: ${asker}, „${textOf(i, words)}“ – „${textOf(i + 1, words)}“.`,
      ...(i % 3 === 0 && { connector: names[(i + 2) % count]! }),
    })),
    guests,
    unanswered: names.filter((_, i) => i % 4 === 0).map((guest, i) => ({ guest, ask: textOf(i, words + 3) })),
    coverage: { asks: count * 2, answered: count },
    gaps: [
      { topic: 'Steuerberatung', askers: 7 },
      { topic: 'Imkerei', askers: 2 },
    ],
  };
}

/** The same room with a round for every other pair of its list, and three rounds of tables of five. */
export function seatedSheet(sheet: MeetupSheet): MeetupSheet {
  const names = sheet.guests.map(({ name }) => name);
  const pairs = names.flatMap((name, i): [string, string][] => (i % 2 === 0 && i + 1 < names.length ? [[name, names[i + 1]!]] : []));
  const tablesFrom = (shift: number): string[][] => {
    const count = Math.ceil(names.length / 5);
    return Array.from({ length: count }, (_, table) => names.filter((__, i) => (i * shift + Math.floor(i / count)) % count === table));
  };
  return {
    ...sheet,
    programme: {
      rounds: [
        { number: 1, starts: 0, ends: 8, pairs, pausing: [] },
        { number: 2, starts: 10, ends: 18, pairs: pairs.slice(2), pausing: pairs.slice(0, 2).flat() },
      ],
      tables: [1, 2, 3].map(tablesFrom),
    },
  };
}
