import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

import { Claims } from '../../src/mail/claims.service.js';
import { MailStateService } from '../../src/mail/mail-state.service.js';
import { SuppressionService } from '../../src/mail/suppression.service.js';
import { SmtpTransport } from '../../src/mail/smtp.transport.js';
import { TestClock } from '../support/clock.js';
import { MailRoom } from './mail-room.js';
import { ScriptedServer, type Script } from './scripted-server.js';

describe('carrying mail over SMTP', () => {
  const clock = new TestClock('2026-11-24T09:00:00.000Z');
  let room: MailRoom;
  const servers: { close(): unknown }[] = [];
  beforeEach(async () => {
    clock.set('2026-11-24T09:00:00.000Z');
    room = await MailRoom.open({ clock });
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
    await room.close();
  });

  const scripted = async (script: Script, host?: string): Promise<ScriptedServer> => {
    const server = await ScriptedServer.listen(script, host);
    servers.push(server);
    return server;
  };
  /** The npm package, as a server that plays by the rules. */
  const real = async (options: SMTPServerOptions) => {
    const received: string[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH'],
      logger: false,
      onData(stream, session, answer) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          received.push(session.envelope.rcptTo[0]!.address);
          bytes.push(Buffer.concat(chunks));
          answer();
        });
      },
      ...options,
    });
    const bytes: Buffer[] = [];
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    servers.push(server);
    return { received, bytes, port: (server.server.address() as { port: number }).port };
  };
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `k${i}`, to: `m${i}@example.org` }));
  const rows = async () => (await room.rows()).map(({ state, attempts, answer }) => ({ state, attempts, answer }));

  test('P12 the server receives the very bytes that were queued, over one connection', async () => {
    const sink = await real({});
    await room.queue(...many(30));
    expect(await room.smtp(sink.port).runOnce()).toBe(true);
    const queued = await room.rows();
    expect(sink.bytes.map((bytes) => bytes.toString('latin1'))).toEqual(queued.map(({ bytes }) => bytes!.toString('latin1')));
    expect(new Set(queued.map(({ state }) => state))).toEqual(new Set(['submitted']));
  });

  test('P12 the dot goes out only after it was noted on the disk', async () => {
    const dotted: unknown[] = [];
    const server = await scripted({ onDot: async () => void dotted.push((await room.rows())[0]!.dottedAt) });
    await room.queue({ text: 'x'.repeat(200_000) });
    const early: string[] = [];
    const claims = room.get(Claims);
    const noteDot = claims.noteDot.bind(claims);
    // The note takes its time; meanwhile the body may be on its way, its end may not.
    claims.noteDot = async (claim) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      early.push(server.bodies[0]!.subarray(-5).toString());
      return noteDot(claim);
    };
    await room.smtp(server.port).runOnce();
    expect(early).toEqual([expect.not.stringContaining('\r\n.\r\n')]);
    expect(dotted).toEqual([expect.stringMatching(/^\d{4}-/u)]);
    expect(server.dots).toBe(1);
  });

  test('P12 when the dot cannot be noted, none goes out', async () => {
    const server = await scripted({});
    await room.queue({});
    room.get(Claims).noteDot = () => Promise.reject(new Error('disk full'));
    await room.smtp(server.port).runOnce();
    expect(server.bodies).toHaveLength(1);
    expect(server.dots).toBe(0);
    expect((await room.rows())[0]).toMatchObject({ state: 'claimed', dottedAt: null });
  });

  test('D3 a mail that is put off (4xx) comes again later, the same to the byte', async () => {
    let busy = true;
    const server = await scripted({ rcpt: () => (busy ? '451 4.3.0 later' : '250 ok') });
    await room.queue({});
    const worker = room.smtp(server.port);
    await worker.runOnce();
    expect(await rows()).toEqual([{ state: 'pending', attempts: 1, answer: '451 4.3.0 later' }]);
    busy = false;
    await worker.runOnce();
    expect(server.dots).toBe(0);
    clock.passSeconds(61);
    await worker.runOnce();
    expect(server.dots).toBe(1);
    expect((await rows())[0]).toMatchObject({ state: 'submitted' });
  });

  test('D3 a mail that is put off for a day fails visibly', async () => {
    const server = await scripted({ dot: () => '452 4.3.1 full' });
    await room.queue({});
    const worker = room.smtp(server.port);
    for (let hour = 0; hour < 30; hour++) {
      await worker.runOnce();
      clock.passSeconds(3_600);
    }
    expect(await rows()).toMatchObject([{ state: 'failed', answer: '452 4.3.1 full' }]);
  });

  test('D4 a mailbox that is not there (5xx) is left alone from then on', async () => {
    const server = await scripted({ rcpt: () => '550 5.1.1 no such person <mira@example.org>' });
    await room.queue({ key: 'one' });
    await room.smtp(server.port).runOnce();
    await room.queue({ key: 'two' });
    await room.smtp(server.port).runOnce();
    expect(await rows()).toEqual([
      { state: 'failed', attempts: 0, answer: '550 5.1.1 no such person <…>' },
      { state: 'withdrawn', attempts: 0, answer: null },
    ]);
    expect(server.commands.filter((line) => line.startsWith('RCPT'))).toHaveLength(1);
    expect(await room.get(SuppressionService).allow('Mira@Example.org')).toBe(true);
  });

  test('a refusal of the content or by policy fails the mail and leaves the address alone', async () => {
    const server = await scripted({ rcpt: (to) => (to.startsWith('m0') ? '550 5.7.1 relaying denied' : '250 ok'), dot: () => '554 5.7.1 spam' });
    await room.queue(...many(2));
    await room.smtp(server.port).runOnce();
    expect((await rows()).map(({ state }) => state)).toEqual(['failed', 'failed']);
    for (const { to } of many(2)) expect(await room.get(SuppressionService).allow(to)).toBe(false);
  });

  test('a server that refuses the sender burns no mail: the operator is told', async () => {
    const server = await scripted({ mail: () => '550 5.7.60 not your sender' });
    await room.queue(...many(5));
    expect(await room.smtp(server.port).runOnce()).toBe(false);
    expect(new Set((await rows()).map(({ state }) => state))).toEqual(new Set(['pending']));
    expect((await room.get(MailStateService).read()).alarm).toContain('not your sender');
  });

  test('D5 one bad recipient among 100, in 10 cycles: 99 get one copy each', async () => {
    const sink = await real({ onRcptTo: ({ address }, _, next) => next(address === 'm37@example.org' ? Object.assign(new Error('no'), { responseCode: 554 }) : null) });
    await room.queue(...many(100));
    const worker = room.smtp(sink.port, { connections: 3 });
    for (let cycle = 0; cycle < 10; cycle++) {
      await worker.runOnce();
      clock.passSeconds(3_600);
    }
    expect(sink.received).toHaveLength(99);
    expect(new Set(sink.received).size).toBe(99);
    expect((await room.rows()).filter(({ state }) => state === 'failed').map(({ recipient }) => recipient)).toEqual(['m37@example.org']);
  });

  test('D7 a server that allows one connection shrinks the pool, and nothing is lost', async () => {
    const sink = await real({ maxClients: 1 });
    await room.queue(...many(40));
    const transport = new SmtpTransport({ url: `smtp://127.0.0.1:${sink.port}`, from: 'gern@example.org', pace: Infinity, connections: 5 });
    expect(await room.worker(transport).runOnce()).toBe(true);
    expect(transport.lanes).toBe(1);
    expect(new Set(sink.received).size).toBe(40);
    expect(sink.received).toHaveLength(40);
    transport.close();
  });

  test('D7 a server that answers 421 to a mail gets it again over another connection', async () => {
    let mails = 0;
    const server = await scripted({ mail: () => (++mails === 2 ? '421 4.7.0 too busy' : '250 ok') });
    await room.queue(...many(10));
    await room.smtp(server.port, { connections: 2 }).runOnce();
    expect(server.dots).toBe(10);
    expect(new Set((await rows()).map(({ state }) => state))).toEqual(new Set(['submitted']));
  });

  test('D7 a server that always answers 421 keeps the mails waiting, and the operator is told', async () => {
    const server = await scripted({ greeting: '421 4.3.2 closed' });
    await room.queue(...many(10));
    expect(await room.smtp(server.port, { connections: 3 }).runOnce()).toBe(false);
    expect(await rows()).toEqual(many(10).map(() => expect.objectContaining({ state: 'pending', attempts: 0 })));
    expect((await room.get(MailStateService).read()).alarm).toContain('closed');
  });

  test('a server that is down keeps the mails waiting; the alarm ends with the first mail that is taken', async () => {
    const server = await ScriptedServer.listen({});
    const { port } = server;
    await server.close();
    await room.queue({});
    expect(await room.smtp(port).runOnce()).toBe(false);
    expect((await room.get(MailStateService).read()).alarm).toContain('ECONNREFUSED');
    await room.smtp((await scripted({})).port).runOnce();
    expect((await room.get(MailStateService).read()).alarm).toBeNull();
  });

  test.each([
    ['hangs', 'hang' as const],
    ['cuts the connection', 'cut' as const],
  ])('D2, D6 a server that %s after the dot leaves the mail uncertain, and it is not sent again', async (_, dot) => {
    const server = await scripted({ dot: () => dot });
    await room.queue({});
    await room.smtp(server.port, { answerTimeout: 300 }).runOnce();
    for (let minute = 0; minute < 11; minute++) {
      clock.passSeconds(60);
      await room.smtp(server.port, { answerTimeout: 300 }).runOnce();
    }
    expect(await rows()).toMatchObject([{ state: 'uncertain' }]);
    expect(server.dots).toBe(1);
  });

  test('D2 a sign-in mail whose answer was lost goes again, the same to the byte', async () => {
    let first = true;
    const server = await scripted({ dot: () => (first ? ((first = false), 'cut') : '250 ok') });
    await room.queue({ category: 'service', repeatable: true });
    const worker = room.smtp(server.port);
    await worker.runOnce();
    clock.passSeconds(61);
    await worker.runOnce();
    expect(server.dots).toBe(2);
    expect(server.bodies[0]).toEqual(server.bodies[1]);
    expect(await rows()).toMatchObject([{ state: 'submitted' }]);
  });

  test('a connection that was cut before the dot is no doubt at all', async () => {
    const server = await scripted({ data: () => 'cut' });
    await room.queue({});
    expect(await room.smtp(server.port).runOnce()).toBe(false);
    expect(await rows()).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });

  test('a mail at whose content the connection breaks waits, and the others pass it by', async () => {
    const server = await scripted({ cutsContent: () => server.bodies.length === 1 });
    await room.queue(...many(5));
    expect(await room.smtp(server.port).runOnce()).toBe(true);
    expect((await rows()).map(({ state, attempts }) => `${state} ${attempts}`)).toEqual(['pending 1', ...many(4).map(() => 'submitted 0')]);
    expect(server.dots).toBe(4);
  });

  test('a connection that the server closed while it lay idle costs nothing', async () => {
    const server = await scripted({});
    const transport = new SmtpTransport({ url: `smtp://127.0.0.1:${server.port}`, from: 'gern@example.org' });
    await room.queue({ key: 'one' });
    await room.worker(transport).runOnce();
    (server as unknown as { sockets: Set<{ destroy(): void }> }).sockets.forEach((socket) => socket.destroy());
    await room.queue({ key: 'two' });
    expect(await room.worker(transport).runOnce()).toBe(true);
    expect(server.dots).toBe(2);
    expect(server.connections).toBe(2);
    transport.close();
  });

  test('D8 nothing leaves the machine in clear: a foreign server without STARTTLS gets no envelope', async () => {
    // 0.0.0.0 reaches this machine, but is no loopback address.
    const server = await scripted({}, '0.0.0.0');
    await room.queue({});
    const transport = new SmtpTransport({ url: `smtp://0.0.0.0:${server.port}`, from: 'gern@example.org' });
    expect(await room.worker(transport).runOnce()).toBe(false);
    expect(server.commands.filter((line) => /^(?:MAIL|RCPT|DATA)/u.test(line))).toEqual([]);
    expect(server.bodies).toEqual([]);
    expect((await room.get(MailStateService).read()).alarm).toContain('encryption');
    expect(await rows()).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });

  test('D8 a foreign server whose STARTTLS is refused or proves nothing gets no envelope either', async () => {
    const refusing = await scripted({ ehlo: ['STARTTLS'] }, '0.0.0.0');
    const unproven = await real({});
    await room.queue({});
    for (const port of [refusing.port, unproven.port]) expect(await room.worker(new SmtpTransport({ url: `smtp://0.0.0.0:${port}`, from: 'gern@example.org' })).runOnce()).toBe(false);
    expect(refusing.commands.filter((line) => /^(?:MAIL|RCPT|DATA)/u.test(line))).toEqual([]);
    expect(unproven.received).toEqual([]);
    expect((await room.get(MailStateService).read()).alarm).toContain('certificate');
  });

  test('smtps:// speaks TLS from the first byte, with name and password where they are set', async () => {
    const logins: string[] = [];
    const sink = await real({
      secure: true,
      disabledCommands: [],
      onAuth: ({ username, password }, _, next) => {
        logins.push(`${username} ${password}`);
        next(null, { user: username });
      },
    });
    await room.queue({});
    const transport = new SmtpTransport({ url: `smtps://gern%40example.org:pa%2Fss@127.0.0.1:${sink.port}`, from: 'gern@example.org' });
    await room.worker(transport).runOnce();
    expect(sink.received).toEqual(['mira@example.org']);
    expect(logins).toEqual(['gern@example.org pa/ss']);
    transport.close();
  });

  test('the pace keeps mails to one domain apart and lets other domains pass', async () => {
    const sink = await real({});
    await room.queue(...many(4), { key: 'other', to: 'zoe@example.com' });
    const start = performance.now();
    await room.smtp(sink.port, { pace: 2 }).runOnce();
    expect(performance.now() - start).toBeGreaterThan(1_490);
    expect(sink.received.indexOf('zoe@example.com')).toBeLessThan(2);
  });

  test('I9 SMTP smuggling: no body gets a second mail through', async () => {
    const server = await scripted({});
    const smuggled = 'MAIL FROM:<eve@example.org>\r\nRCPT TO:<victim@example.org>\r\nDATA\r\nSubject: smuggled\r\n\r\nhi';
    const ends = ['\n.\n', '\n.\r\n', '\r.\r', '\r.\r\n', '\r\n.\r', '\r\n.\n', '\r\n.\r\n', '\n\n.\r\r\n'];
    await room.queue(...ends.map((end, i) => ({ key: `k${i}`, text: `before${end}${smuggled}${end}after`, html: `<p>before${end}${smuggled}${end}after</p>` })));
    await room.smtp(server.port).runOnce();
    expect(server.commands.filter((line) => line.startsWith('MAIL'))).toEqual(ends.map(() => expect.stringContaining('<gern@example.org>')));
    expect(server.dots).toBe(ends.length);
    const queued = await room.rows();
    server.bodies.forEach((body, i) => {
      const wire = body.toString('latin1');
      expect(wire).not.toMatch(/\r(?!\n)|(?<!\r)\n/u);
      expect(wire.slice(0, -3)).not.toMatch(/\r\n\.\r\n/u);
      expect(wire.slice(0, -3).replaceAll('\r\n..', '\r\n.')).toBe(queued[i]!.bytes!.toString('latin1'));
    });
  });
});
