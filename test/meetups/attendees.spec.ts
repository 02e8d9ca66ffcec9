import { DomainError } from '../../src/errors.js';
import { readAttendees } from '../../src/meetups/attendees.js';

const read = (text: string) => readAttendees(Buffer.from(text, 'utf8'));

describe('reading the sign-ups of a meetup', () => {
  test.each([
    ['comma, English', 'Name,Email,What are you looking for?,What can you offer?\nAda,ada@example.org,SEO help,Bike repair\n'],
    ['semicolon, German, BOM', '\uFEFFVorname;E-Mail;Ich suche;Ich biete\nAda;ada@example.org;SEO help;Bike repair\n'],
    ['tab, Spanish', 'Nombre\tCorreo\t¿Qué buscas?\t¿Qué ofreces?\nAda\tada@example.org\tSEO help\tBike repair\n'],
  ])('%s', (_, text) => {
    expect(read(text).attendees).toEqual([{ name: 'Ada', email: 'ada@example.org', asks: ['SEO help'], offers: ['Bike repair'] }]);
  });

  test('Windows-1252 is read as what it is', () => {
    expect(readAttendees(Buffer.from('Name;Ich suche\nJürgen;Räume für Töpfer\n', 'latin1')).attendees[0]).toMatchObject({ name: 'Jürgen', asks: ['Räume für Töpfer'] });
  });

  test('several statements in a cell: lines, bullets, numbers, slashes and bars; quotes inside stay', () => {
    const { attendees } = read('Name,I look for,I offer\nAda,"- SEO help\n- a ""good"" printer","1) bike repair 2) cake / sour dough | jam"\n');
    expect(attendees[0]).toMatchObject({ asks: ['SEO help', 'a "good" printer'], offers: ['bike repair', 'cake', 'sour dough', 'jam'] });
  });

  test('the same address in other spelling is the same guest; nobody is dropped without a word', () => {
    const list = read('Name,Email,I look for\nAda,Ada@Example.org,SEO help\nada,ada+x@example.org ,a printer\n,,something\n');
    expect(list.attendees).toEqual([{ name: 'Ada', email: 'ada@example.org', asks: ['SEO help', 'a printer'], offers: [] }]);
    expect(list).toMatchObject({ read: 3, merged: 1, skipped: 1 });
    expect(list.warnings.map(({ row }) => row)).toEqual([3, 4]);
  });

  test.each([
    ['an empty file', Buffer.alloc(0), 'unreadable-file', /empty/],
    ['a binary file', Buffer.from([80, 75, 3, 4, 0, 0, 1]), 'unreadable-file', /binary/],
    ['a missing header', Buffer.from('Ada,SEO,Bikes\nBea,Cake,Jam\n'), 'unreadable-file', /--name-column/],
    ['an open quote', Buffer.from('Name,I look for\nAda,"SEO\nBea,Jam\n'), 'unreadable-file', /never closed/],
    ['20 MB', Buffer.alloc(20 * 1024 * 1024, 97), 'too-large', /20 MB/],
  ])('%s gets a clear error', (_, bytes, code, detail) => {
    let thrown: unknown;
    try {
      readAttendees(bytes);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(DomainError);
    expect((thrown as DomainError).code).toBe(code);
    expect((thrown as DomainError).message).toMatch(detail);
  });
});
