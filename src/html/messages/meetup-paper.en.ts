/** ICU messages of rounds and tables on paper. */
export const meetupPaperEn = {
  'paper.host.programme': 'Who with whom, and when',
  'paper.card.programme': 'Your evening',
  'paper.card.round': 'Round {number}, minutes {starts}–{ends}: {name}',
  'paper.card.tables': '{count, plural, one {Your table: {seats}} other {Your tables, round by round: {seats}}}',
  'meetup.paper.seats': 'Seats at a table',
  'meetup.paper.tables': 'Print with tables',
};
