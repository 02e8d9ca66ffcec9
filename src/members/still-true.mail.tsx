import type { MailContent } from '../mail/mail.js';
export function stillTrueMail(props: { manner: { language: string; formal: boolean }; communityName: string; url: string; text: string; kind: string; liveUntil: string; link: string }): MailContent {
  return { subject: 'x', text: props.link, html: props.link };
}
