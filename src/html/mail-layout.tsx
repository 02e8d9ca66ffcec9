import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

import type { Language } from '../engine/engine.js';
import { cutAtWord, oneLine } from './mail-words.js';

/** How a reader is spoken to. */
export interface Manner {
  readonly language: Language;
  /** Whether German says "Sie". */
  readonly formal: boolean;
}

/** What every mail is given. */
export interface MailProps {
  readonly manner: Manner;
  readonly communityName: string;
  /** Address of this install, without a slash at the end. */
  readonly url: string;
  /** Where its reader chooses which mails come; left out where a mail cannot be chosen away. */
  readonly settingsLink?: string;
}

/** The forms in which each text is written. */
export type Voice = 'du' | 'sie' | 'en' | 'es';

export function voiceOf({ language, formal }: Manner): Voice {
  return language === 'de' ? (formal ? 'sie' : 'du') : language;
}

interface Written {
  readonly subject: string;
  /** What a mailbox shows behind the subject. */
  readonly preheader: string;
  /** Paragraphs, parted by an empty line each; what does not apply is undefined. */
  readonly text: readonly (string | undefined)[];
  readonly html: ComponentChildren;
  readonly footer: Footer;
}

interface Footer {
  /** Why this mail comes: a whole sentence. */
  readonly reason: string;
  readonly settingsLink?: string;
}

/** RFC 5322 advises lines of at most this many characters. */
const LONGEST_SUBJECT = 78;
const SETTINGS: Record<Language, string> = { de: 'Einstellungen und Abmelden', en: 'Settings and unsubscribe', es: 'Ajustes y darse de baja' };

const SERIF = "Georgia, 'Iowan Old Style', 'DejaVu Serif', serif";
/** Inline styles carry the light colours; where a mail program can do dark, these classes turn them. */
const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
.paper { background-color: #1d1916 !important; }
.card { background-color: #282320 !important; border-color: #40382f !important; }
.ink { color: #efe7dd !important; }
.soft { color: #b5a99d !important; }
.accent { color: #f0a27f !important; border-color: #f0a27f !important; }
.mark { background-color: #5a3a22 !important; color: #efe7dd !important; }
.press { background-color: #f0a27f !important; color: #1d1916 !important; }
}
@media (max-width: 480px) { .card { padding: 20px 18px !important; } }
`;

/** A mail from its parts. The subject is one line; the text says everything that the html says. */
export function renderMail({ manner, communityName, url }: MailProps, { subject, preheader, text, html, footer }: Written): { subject: string; text: string; html: string } {
  const { language } = manner;
  const settings = footer.settingsLink === undefined ? undefined : `${SETTINGS[language]}:\n${footer.settingsLink}`;
  const title = cutAtWord(oneLine(subject), LONGEST_SUBJECT);
  const page = (
    <MailLayout language={language} title={title} preheader={preheader} communityName={communityName} url={url} footer={footer}>
      {html}
    </MailLayout>
  );
  return {
    subject: title,
    text: `${[...text, `--\nGern · ${communityName}\n${url}`, footer.reason, settings].filter((paragraph) => paragraph !== undefined).join('\n\n')}\n`,
    html: `<!doctype html>${renderToString(page)}`,
  };
}

interface MailLayoutProps {
  readonly language: Language;
  readonly title: string;
  readonly preheader: string;
  readonly communityName: string;
  readonly url: string;
  readonly footer: Footer;
  readonly children: ComponentChildren;
}

function MailLayout({ language, title, preheader, communityName, url, footer, children }: MailLayoutProps): VNode {
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{DARK}</style>
      </head>
      <body class="paper" style="margin: 0; padding: 0; background-color: #fbf7f1; -webkit-text-size-adjust: 100%;">
        <div style="display: none; max-height: 0; overflow: hidden;">{preheader}</div>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="paper" style="background-color: #fbf7f1;">
          <tr>
            <td align="center" style="padding: 24px 12px 32px;">
              <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style={`max-width: 600px; font-family: ${SERIF}; text-align: left;`}>
                <tr>
                  <td class="soft" style="padding: 0 6px 14px; font-size: 16px; line-height: 1.5; color: #6b615a; overflow-wrap: anywhere;">
                    <span class="accent" style="font-size: 22px; color: #a8431f;">
                      Gern
                    </span>
                    {' · '}
                    {communityName}
                  </td>
                </tr>
                <tr>
                  <td
                    class="card ink"
                    style="padding: 28px; background-color: #ffffff; border: 1px solid #e6dccf; border-radius: 12px; font-size: 17px; line-height: 1.6; color: #2b2622; overflow-wrap: anywhere;"
                  >
                    {children}
                  </td>
                </tr>
                <tr>
                  <td class="soft" style="padding: 18px 6px 0; font-size: 14px; line-height: 1.6; color: #6b615a; overflow-wrap: anywhere;">
                    {footer.reason}
                    <br />
                    <a href={url} class="soft" style="color: #6b615a;">
                      Gern · {communityName}
                    </a>
                    {footer.settingsLink !== undefined && (
                      <>
                        <br />
                        <a href={footer.settingsLink} class="soft" style="color: #6b615a;">
                          {SETTINGS[language]}
                        </a>
                      </>
                    )}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}
