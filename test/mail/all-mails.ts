import { samples as signInSamples, signInMail } from '../../src/accounts/sign-in.mail.js';
import type { MailProps } from '../../src/html/mail-layout.js';
import { connectorNewsMail, samples as connectorNewsSamples } from '../../src/introductions/mails/connector-news.mail.js';
import { connectorRequestMail, samples as connectorRequestSamples } from '../../src/introductions/mails/connector-request.mail.js';
import { couldYouHelpMail, samples as couldYouHelpSamples } from '../../src/introductions/mails/could-you-help.mail.js';
import { digestMail, samples as digestSamples } from '../../src/introductions/mails/digest.mail.js';
import { doYouKnowMail, samples as doYouKnowSamples } from '../../src/introductions/mails/do-you-know.mail.js';
import { followUpMail, samples as followUpSamples } from '../../src/introductions/mails/follow-up.mail.js';
import { introductionMail, samples as introductionSamples } from '../../src/introductions/mails/introduction.mail.js';
import { reminderMail, samples as reminderSamples } from '../../src/introductions/mails/reminder.mail.js';
import { roundWaitingMail, samples as roundWaitingSamples } from '../../src/introductions/mails/round-waiting.mail.js';
import { samples as stillTrueSamples, stillTrueMail } from '../../src/members/still-true.mail.js';
import { samples as thankYouSamples, thankYouMail } from '../../src/introductions/mails/thank-you.mail.js';
import { samples as visitNoticeSamples, visitNoticeMail } from '../../src/introductions/mails/visit-notice.mail.js';
import { samples as wouldGladlyHelpSamples, wouldGladlyHelpMail } from '../../src/introductions/mails/would-gladly-help.mail.js';
import { meetupInVisitMail, samples as meetupInVisitSamples } from '../../src/meetups/mails/meetup-in-visit.mail.js';
import type { MailContent } from '../../src/mail/mail.js';
import { introListMail, samples as introListSamples } from '../../src/meetups/mails/intro-list.mail.js';
import { confirmMail, samples as confirmSamples } from '../../src/members/confirm.mail.js';
import { goodbyeMail, samples as goodbyeSamples } from '../../src/members/goodbye.mail.js';
import { invitationMail, samples as invitationSamples } from '../../src/members/invitation.mail.js';
import { memberAlreadyMail, samples as memberAlreadySamples } from '../../src/members/member-already.mail.js';

export interface Template {
  readonly kind: string;
  readonly samples: readonly MailProps[];
  readonly render: (props: MailProps) => MailContent;
}

function template<Props extends MailProps>(kind: string, render: (props: Props) => MailContent, samples: readonly Props[]): Template {
  return { kind, samples, render: (props) => render(props as Props) };
}

/** Every mail of Gern. */
export const TEMPLATES: readonly Template[] = [
  template('sign-in', signInMail, signInSamples),
  template('confirm', confirmMail, confirmSamples),
  template('invitation', invitationMail, invitationSamples),
  template('member-already', memberAlreadyMail, memberAlreadySamples),
  template('goodbye', goodbyeMail, goodbyeSamples),
  template('could-you-help', couldYouHelpMail, couldYouHelpSamples),
  template('would-gladly-help', wouldGladlyHelpMail, wouldGladlyHelpSamples),
  template('introduction', introductionMail, introductionSamples),
  template('reminder', reminderMail, reminderSamples),
  template('follow-up', followUpMail, followUpSamples),
  template('thank-you', thankYouMail, thankYouSamples),
  template('connector-request', connectorRequestMail, connectorRequestSamples),
  template('do-you-know', doYouKnowMail, doYouKnowSamples),
  template('connector-news', connectorNewsMail, connectorNewsSamples),
  template('visit-notice', visitNoticeMail, visitNoticeSamples),
  template('still-true', stillTrueMail, stillTrueSamples),
  template('digest', digestMail, digestSamples),
  template('round-waiting', roundWaitingMail, roundWaitingSamples),
  template('meetup-in-visit', meetupInVisitMail, meetupInVisitSamples),
  template('intro-list', introListMail, introListSamples),
];

/** In which language and form a sample is written, such as `de-Sie`. */
export function formOf({ manner: { language, formal } }: MailProps): string {
  return language === 'de' ? (formal ? 'de-Sie' : 'de-du') : language;
}
