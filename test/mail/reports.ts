/** Reports as mail servers write them; %ID% stands for the Message-ID of our mail. */
export interface Sample {
  readonly name: string;
  readonly taken: 'hard' | 'soft' | 'complaint' | 'ignored';
  readonly text: string;
}

const OURS = ['From: "Werkhof" <gern@example.org>', 'To: mira@example.net', 'Subject: =?UTF-8?Q?Wem_du_helfen_k=C3=B6nntest?=', 'Message-ID: %ID%', 'Date: Tue, 24 Nov 2026 09:00:00 +0000'].join('\n');

interface Shape {
  readonly from?: string;
  readonly subject?: string;
  readonly notice?: string;
  readonly mta?: string;
  readonly fields: readonly string[];
  readonly returned?: 'message/rfc822' | 'text/rfc822-headers';
  readonly encoding?: 'base64';
  readonly header?: readonly string[];
}

function dsn({ from = 'MAILER-DAEMON@mx.example.net', subject = 'Undelivered Mail Returned to Sender', notice = 'I am sorry to have to tell you', mta = 'mx.example.net', ...shape }: Shape): string {
  const status = [`Reporting-MTA: dns; ${mta}`, '', ...shape.fields, ''].join('\n');
  const returned = shape.returned ?? 'message/rfc822';
  return [
    `From: ${from}`,
    'To: gern@example.org',
    `Subject: ${subject}`,
    'Auto-Submitted: auto-replied',
    ...(shape.header ?? []),
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="B/0815"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--B/0815',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    notice,
    '',
    '--B/0815',
    'Content-Type: message/delivery-status',
    ...(shape.encoding ? [`Content-Transfer-Encoding: ${shape.encoding}`] : []),
    '',
    shape.encoding ? Buffer.from(status).toString('base64') : status,
    '--B/0815',
    `Content-Type: ${returned}`,
    '',
    OURS,
    ...(returned === 'message/rfc822' ? ['', 'Hallo Mira'] : []),
    '',
    '--B/0815--',
    '',
  ].join('\n');
}

const failed = (status: string, diagnostic?: string): string[] => [
  'Final-Recipient: rfc822; mira@example.net',
  'Action: failed',
  `Status: ${status}`,
  ...(diagnostic === undefined ? [] : [`Diagnostic-Code: smtp; ${diagnostic}`]),
];

function reply({ from = 'Mira <mira@example.net>', subject, header = [], text }: { from?: string; subject: string; header?: readonly string[]; text: string }): string {
  return [
    `From: ${from}`,
    'To: gern@example.org',
    `Subject: ${subject}`,
    'In-Reply-To: %ID%',
    'References: %ID%',
    ...header,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
  ].join('\n');
}

const hard: Sample[] = [
  { name: 'Postfix, unknown mailbox', taken: 'hard', text: dsn({ fields: failed('5.1.1', '550 5.1.1 <mira@example.net>: Recipient address rejected: User unknown in virtual mailbox table') }) },
  { name: 'Postfix, domain without mail host', taken: 'hard', text: dsn({ fields: failed('5.4.4', '550 Host or domain name not found'), returned: 'text/rfc822-headers' }) },
  {
    name: 'Exim',
    taken: 'hard',
    text: dsn({ subject: 'Mail delivery failed: returning message to sender', header: ['X-Failed-Recipients: mira@example.net'], fields: failed('5.0.0', '550 no such address here') }),
  },
  {
    name: 'Sendmail, folded fields in capitals',
    taken: 'hard',
    text: dsn({ fields: ['FINAL-RECIPIENT: RFC822; mira@example.net', 'ACTION: failed', 'STATUS: 5.1.1', 'DIAGNOSTIC-CODE: SMTP; 550', '  5.1.1 mira... User unknown'] }),
  },
  {
    name: 'Exchange, base64 report',
    taken: 'hard',
    text: dsn({
      subject: 'Unzustellbar: Wem du helfen könntest',
      fields: failed('5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient mira@example.net not found by SMTP address lookup'),
      encoding: 'base64',
    }),
  },
  {
    name: 'Exchange Online, access denied for an unknown recipient',
    taken: 'hard',
    text: dsn({ subject: 'Undeliverable: hello', fields: failed('5.4.1', '550 5.4.1 Recipient address rejected: Access denied.') }),
  },
  {
    name: 'Gmail, account does not exist',
    taken: 'hard',
    text: dsn({
      from: 'Mail Delivery Subsystem <mailer-daemon@mx.example.net>',
      subject: 'Delivery Status Notification (Failure)',
      fields: failed('5.1.1', '550-5.1.1 The email account that you tried to reach does not exist.'),
    }),
  },
  { name: 'Gmail, disabled account', taken: 'hard', text: dsn({ fields: failed('5.2.1', '550 5.2.1 The email account that you tried to reach is disabled.') }) },
  {
    name: 'a German provider',
    taken: 'hard',
    text: dsn({
      subject: 'Fehlgeschlagene Zustellung: Ihre Nachricht',
      notice: 'Diese Nachricht konnte nicht zugestellt werden.',
      fields: failed('5.0.0', '550 Requested action not taken: mailbox unavailable'),
    }),
  },
  {
    name: 'a Spanish provider, CRLF throughout',
    taken: 'hard',
    text: dsn({ subject: 'Correo no entregado', notice: 'No se ha podido entregar su mensaje.', fields: failed('5.1.1', '550 5.1.1 Usuario desconocido') }).replaceAll('\n', '\r\n'),
  },
  {
    name: 'qmail',
    taken: 'hard',
    text: [
      'From: MAILER-DAEMON@mx.example.net',
      'To: gern@example.org',
      'Subject: failure notice',
      '',
      'Hi. This is the qmail-send program at mx.example.net.',
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      'This is a permanent error; I have given up. Sorry it did not work out.',
      '',
      '<mira@example.net>:',
      'Sorry, no mailbox here by that name. (#5.1.1)',
      '',
      '--- Below this line is a copy of the message.',
      '',
      'Return-Path: <gern@example.org>',
      OURS,
      '',
      'Hallo Mira',
      '',
    ].join('\n'),
  },
  { name: 'a report that was cut off in the returned mail', taken: 'hard', text: dsn({ fields: failed('5.1.1') }).replace(/Hallo Mira[^]*$/u, '') },
];

const soft: Sample[] = [
  { name: 'full mailbox', taken: 'soft', text: dsn({ fields: failed('5.2.2', '552 5.2.2 Quota exceeded (mailbox full)') }) },
  { name: 'given up after days of delay', taken: 'soft', text: dsn({ fields: failed('4.4.1', 'connect to mx.example.net: Connection timed out') }) },
  { name: 'refused by policy', taken: 'soft', text: dsn({ fields: failed('5.7.1', '550 5.7.1 Message rejected due to local policy') }) },
  { name: 'refused for missing authentication', taken: 'soft', text: dsn({ fields: failed('5.7.515', '550 5.7.515 Access denied, sending domain does not meet the required authentication level') }) },
  { name: 'too big', taken: 'soft', text: dsn({ fields: failed('5.3.4', '552 5.3.4 Message size exceeds fixed limit') }) },
];

const complaint: Sample = {
  name: 'complaint in the abuse reporting format',
  taken: 'complaint',
  text: dsn({ fields: [] })
    .replace('report-type=delivery-status', 'report-type=feedback-report')
    .replace(/Content-Type: message\/delivery-status[^]*?--B\/0815\n/u, 'Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: SomeProvider/1.0\nVersion: 1\n\n--B/0815\n'),
};

const ignored: Sample[] = [
  { name: 'only delayed', taken: 'ignored', text: dsn({ subject: 'Delayed Mail (still being retried)', fields: ['Final-Recipient: rfc822; mira@example.net', 'Action: delayed', 'Status: 4.4.1'] }) },
  {
    name: 'delivered, as asked for',
    taken: 'ignored',
    text: dsn({ subject: 'Successful Mail Delivery Report', fields: ['Final-Recipient: rfc822; mira@example.net', 'Action: delivered', 'Status: 2.1.5'] }),
  },
  { name: 'not of ours: another Message-ID', taken: 'ignored', text: dsn({ fields: failed('5.1.1') }).replace('%ID%', '<forged@example.com>') },
  { name: 'not of ours: no returned mail', taken: 'ignored', text: dsn({ fields: failed('5.1.1') }).replace('Message-ID: %ID%\n', '') },
  {
    name: 'out of office, German, Outlook',
    taken: 'ignored',
    text: reply({
      subject: 'Automatische Antwort: Wem du helfen könntest',
      header: ['Auto-Submitted: auto-replied', 'X-Auto-Response-Suppress: All'],
      text: 'Ich bin bis zum 3. Dezember nicht im Büro. 550 Mails warten schon.',
    }),
  },
  {
    name: 'out of office, German, without any mark',
    taken: 'ignored',
    text: reply({ subject: 'Abwesenheitsnotiz', text: 'Vielen Dank für Ihre Nachricht. Ich bin im Urlaub und ab 1. Dezember zurück.' }),
  },
  {
    name: 'out of office, English',
    taken: 'ignored',
    text: reply({
      subject: 'Out of Office Re: Whom you could help',
      header: ['Auto-Submitted: auto-replied (vacation)', 'Precedence: bulk'],
      text: 'I am away until Monday. Error 5.1.1 is my favourite.',
    }),
  },
  { name: 'out of office, English, Sieve', taken: 'ignored', text: reply({ subject: 'Auto: Whom you could help', header: ['Auto-Submitted: auto-replied', 'Precedence: junk'], text: 'On leave.' }) },
  {
    name: 'out of office, Spanish',
    taken: 'ignored',
    text: reply({ subject: 'Respuesta automática: A quién podrías ayudar', header: ['X-Autoreply: yes'], text: 'Estoy fuera de la oficina hasta el lunes. Gracias por su mensaje.' }),
  },
  { name: 'out of office, Spanish, without any mark', taken: 'ignored', text: reply({ subject: 'Fuera de la oficina', text: 'Estaré de vacaciones hasta el 8 de diciembre.' }) },
  { name: 'a person answers', taken: 'ignored', text: reply({ subject: 'Re: Wem du helfen könntest', text: 'Gern!' }) },
  {
    name: 'a person quotes a bounce',
    taken: 'ignored',
    text: reply({ subject: 'Re: failure notice', text: '> Hi. This is the qmail-send program at mx.example.net.\n> 5.1.1\nWhat does that mean?' }),
  },
  {
    name: 'read receipt',
    taken: 'ignored',
    text: dsn({ fields: ['Disposition: automatic-action/MDN-sent-automatically; displayed'] })
      .replace('delivery-status', 'disposition-notification')
      .replace('message/delivery-status', 'message/disposition-notification'),
  },
  { name: 'rubbish', taken: 'ignored', text: 'Content-Type: multipart/report; boundary="x"\n\n--x\n--x\n\n--x--' },
  { name: 'nothing', taken: 'ignored', text: '' },
];

export const SAMPLES: readonly Sample[] = [...hard, ...soft, complaint, ...ignored];
