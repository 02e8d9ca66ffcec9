import { readFileSync } from 'node:fs';

import fc from 'fast-check';

import { DomainError } from '../../src/errors.js';
import { previewGuestList } from '../../src/meetups/guest-list/preview.js';

const preview = (file: string) => previewGuestList(readFileSync(`data/import/ok/${file}`));

describe('the exports of the services that organizers use', () => {
  test.each([
    ['luma.csv', 'luma', 15, 2],
    ['meetup.csv', 'meetup', 14, 2],
    ['eventbrite.en.csv', 'eventbrite', 15, 1],
    ['eventbrite.de.csv', 'eventbrite', 15, 1],
    ['pretix.en.csv', 'pretix', 15, 1],
    ['pretix.de.csv', 'pretix', 15, 1],
    ['google-forms.en.csv', 'google-forms', 16, 0],
    ['google-forms.de.csv', 'google-forms', 16, 0],
    ['google-forms.es.csv', 'google-forms', 16, 0],
  ])('%s is recognised as %s: %i guests, %i who do not come', (file, shape, guests, away) => {
    const list = preview(file);
    expect(list.shape).toBe(shape);
    expect(list.questions).toEqual([]);
    expect(list.guests).toHaveLength(guests);
    expect(list.notes.filter(({ code }) => code === 'not-coming')).toHaveLength(away);
    for (const guest of list.guests) {
      expect(guest.name).toMatch(/^\p{Lu}\S+ \S/u);
      expect(guest.asks.length).toBeGreaterThan(0);
      expect(guest.offers.length).toBeGreaterThan(0);
      if (shape !== 'meetup') expect(guest.isMailable).toBe(true);
    }
  });

  test('first and last name are joined where no full name is given, and the diet column is dropped', () => {
    expect(preview('luma.csv').guests.map(({ name }) => name)).toContain('Hilario Soler');
    expect(preview('eventbrite.en.csv').notes).toContainEqual(expect.objectContaining({ code: 'column-refused', column: 'Dietary requirements' }));
  });

  test('pretix: the guest’s own address, not the buyer’s; a clear no stays a no', () => {
    const { guests } = preview('pretix.de.csv');
    expect(new Set(guests.map(({ email }) => email)).size).toBe(guests.length);
    expect(guests.filter(({ consents }) => consents === false).map(({ name }) => name)).toEqual(['Ingmar Läufer']);
  });

  test('Windows-1252 has a euro sign, dashes and quotes', () => {
    const list = previewGuestList(Buffer.concat([Buffer.from('Name;Ich suche\nAda;'), Buffer.from([0x84, 0x93, 0x20, 0x96, 0x20, 0x80, 0x35, 0x20, 0xfc])]));
    expect(list.guests[0]!.asks).toEqual(['„“ – €5 ü']);
  });

  test('the same fifty names in eight writings give the same guests', () => {
    const names = Array.from(
      { length: 50 },
      (_, i) =>
        `${['Jürgen', 'Zoë', 'Íñigo', 'Änne', 'Søren'][i % 5]} ${['Groß', 'Muñoz', 'Óscar', 'Weiß', 'Pérez'][Math.floor(i / 5) % 5]} ${String.fromCharCode(65 + (i % 26))}${String.fromCharCode(65 + Math.floor(i / 26))}`,
    );
    const text = `Name;Ich suche;Ich biete\n${names.map((name) => `${name};Räume für Töpfer;Kuchen`).join('\n')}\n`;
    const utf16 = Buffer.from(text, 'utf16le');
    const writings = [
      Buffer.from(text),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(text, 'latin1'),
      utf16,
      Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
      Buffer.from(utf16).swap16(),
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
      Buffer.from(text.normalize('NFD').replaceAll('\n', '\r\n')),
    ];
    const [first, ...others] = writings.map((bytes) => previewGuestList(bytes));
    expect(first!.guests.map(({ name }) => name)).toEqual(names);
    for (const other of others) {
      expect(other.questions).toEqual([]);
      expect(other.hash).toBe(first!.hash);
    }
  });

  test('whatever the bytes: a preview in which every row is a guest, joined, or left out with a note; or a refusal in words', () => {
    const sign = fc.constantFrom('Ada', 'é', ',', ';', '"', '\n', '\r', '|', '\t', '=', '@', '\u0000', ' ', 'x');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 80 }), (signs) => {
        try {
          const { guests, counts, questions } = previewGuestList(Buffer.from(`Name,I look for,I offer\n${signs.join('')}`));
          if (!questions.some(({ code }) => code === 'missing-column')) expect(guests.length + counts.merged + counts.leftOut).toBe(counts.read);
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('small things are told too: no name, no words, a status nobody knows, texts too short or too long', () => {
    const text = `Order code,Attendee name,Attendee email,Status,I look for,I offer\n1,,bea@example.org,paid,tea,x\n2,${'Ada '.repeat(40)},a@example.org,paid,tea,cake\n3,Cleo,c@example.org,dancing,tea,${'long '.repeat(300)}\n4,Dora,d@example.org,paid,,\n5,,,paid,tea,\n`;
    const { notes, guests, counts } = previewGuestList(Buffer.from(text));
    expect(notes.map(({ code, row }) => `${code} ${row}`)).toEqual(['address-only 2', 'too-short 2', 'too-long 3', 'status-unclear 4', 'text-cut 4', 'nothing-said 5', 'missing-name 6']);
    expect(guests.map(({ name }) => name)).toEqual(['', 'Cleo', 'Dora']);
    expect(counts).toEqual({ read: 5, merged: 0, leftOut: 2 });
  });

  test.each([
    ['spaces', `a${' '.repeat(10_000)}b`],
    ['hyphens', 'a-'.repeat(5_000)],
    ['digits', '1 '.repeat(5_000)],
    ['dots', `a@${'b.'.repeat(5_000)}`],
    ['bars', ' | '.repeat(3_400)],
  ])('I5 a cell of 10 kB of %s is read in no time, wherever it stands', (_, cell) => {
    const started = process.hrtime.bigint();
    previewGuestList(Buffer.from(`Name,Email,I look for,I agree\n"${cell}","${cell}","${cell}","${cell}"\n`));
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(500);
  });

  test('5,000 rows are previewed in less than two seconds', () => {
    const text = `Name,Email,I look for,I offer\n${Array.from({ length: 5_000 }, (_, i) => `Guest ${i},guest${i}@example.org,help with thing ${i},a hand with thing ${i + 1}`).join('\n')}`;
    const started = process.hrtime.bigint();
    expect(previewGuestList(Buffer.from(text)).guests).toHaveLength(5_000);
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2_000);
  });
});
