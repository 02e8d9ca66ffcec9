import { connectorNewsMail } from '../../src/introductions/mails/connector-news.mail.js';
import { connectorRequestMail } from '../../src/introductions/mails/connector-request.mail.js';
import { couldYouHelpMail } from '../../src/introductions/mails/could-you-help.mail.js';
import { followUpMail } from '../../src/introductions/mails/follow-up.mail.js';
import { introductionMail } from '../../src/introductions/mails/introduction.mail.js';
import { reminderMail } from '../../src/introductions/mails/reminder.mail.js';
import { stillTrueMail } from '../../src/members/still-true.mail.js';
import { thankYouMail } from '../../src/introductions/mails/thank-you.mail.js';
import { wouldGladlyHelpMail } from '../../src/introductions/mails/would-gladly-help.mail.js';

const common = { manner: { language: 'en', formal: false }, communityName: 'The Mill', url: 'https://gern.example.org' } as const;
const texts = { ask: 'Someone who bakes', offer: 'I bake', askPhrase: 'bakes', offerPhrase: 'bake', link: 'https://gern.example.org/introductions/1?key=k' };

describe('the mails of an introduction', () => {
  test.each([
    ['could you help?', couldYouHelpMail({ ...common, ...texts, askerFirstName: 'Omar' })],
    ['would gladly help', wouldGladlyHelpMail({ ...common, ...texts, giverFirstName: 'Nina', step: 'call' })],
    ['reminder', reminderMail({ ...common, otherFirstName: 'Omar', side: 'giver', askPhrase: 'bakes', link: texts.link })],
    [
      'introduction',
      introductionMail({ ...common, ...texts, readerName: 'Omar Sanz', otherName: 'Nina Weber', side: 'asker', step: 'note', contact: { phone: '+34600111222' }, reportLink: texts.link }),
    ],
    ['follow-up', followUpMail({ ...common, otherFirstName: 'Nina', side: 'asker', askPhrase: 'bakes', link: texts.link })],
    ['thank-you', thankYouMail({ ...common, askerFirstName: 'Omar', note: 'The bread was good', askPhrase: 'bakes' })],
    ['connector request', connectorRequestMail({ ...common, connectorFirstName: 'Carla', otherFirstName: 'Omar', side: 'giver', words: 'Both bake.', ask: texts.ask, link: texts.link })],
    ['connector news', connectorNewsMail({ ...common, askerFirstName: 'Omar', giverFirstName: 'Nina', helped: true })],
    ['still true?', stillTrueMail({ ...common, text: texts.ask, kind: 'ask', liveUntil: '2026-06-01', link: texts.link })],
  ])('%s: a subject, a complete text, and an html part', (_, { subject, text, html }) => {
    expect(subject.length).toBeGreaterThan(3);
    expect(text.length).toBeGreaterThan(20);
    expect(html).toContain('<');
  });
});
