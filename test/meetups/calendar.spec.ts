import { meetupCalendar } from '../../src/meetups/calendar.js';

const meetup = {
  id: '0196d3b0-0000-7000-8000-000000000001',
  title: 'Frühlingstreffen; Töpfern, Reden',
  place: 'Carrer de la Mar 1, Palma',
  startsAt: new Date('2025-05-15T17:00:00Z'),
  endsAt: new Date('2025-05-15T20:00:00Z'),
};
const changedAt = new Date('2025-05-01T08:00:00Z');

describe('the calendar file of a meetup', () => {
  test('holds meetup and rounds as UTC instants, whatever the zone of the machine', () => {
    const text = meetupCalendar(meetup, [{ number: 1, name: 'Xisca Bennàssar', startsAt: new Date('2025-05-15T17:30:00Z'), endsAt: new Date('2025-05-15T17:40:00Z') }], 'de', changedAt);
    expect(text.match(/DTSTART:\d{8}T\d{6}Z/gu)).toEqual(['DTSTART:20250515T170000Z', 'DTSTART:20250515T173000Z']);
    expect(text).toContain('DTEND:20250515T174000Z');
    expect(text.match(/DTSTAMP:20250501T080000Z/gu)).toHaveLength(2);
    expect(text).not.toMatch(/TZID|VTIMEZONE|X-WR-TIMEZONE/u);
    expect(text).toContain('SUMMARY:Runde 1: Xisca Bennàssar');
  });

  test('escapes, folds lines at 75 bytes, ends them with CRLF, and is the same each time', () => {
    const long = { ...meetup, title: `${meetup.title} ${'sehr '.repeat(40)}lang` };
    const text = meetupCalendar(long, [], 'de', changedAt);
    expect(text.replace(/\r\n /gu, '')).toContain('SUMMARY:Frühlingstreffen\\; Töpfern\\, Reden');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toBe(meetupCalendar(long, [], 'de', changedAt));
  });
});
