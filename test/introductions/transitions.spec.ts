import { ANSWER_TIME, FOLLOW_UP_AFTER, HOLD, PHASES, REMINDER_AFTER, STATES, isPending, later, phaseOf, visibleTo, type Introduction, type Side } from '../../src/introductions/introduction.js';
import { rulesLeftBy } from '../../src/introductions/pair-rule.js';
import { next, repeats, type Event } from '../../src/introductions/transitions.js';
import { START, accepted, after, askerYes, giverYes, offered, proposed } from './made.js';

const no = (side: Side, why: 'not-now' | 'known' = 'not-now'): Event => ({ kind: 'no', side, why });
const by = (kind: 'undo' | 'withdraw', side: Side): Event => ({ kind, side });
const outcome = { met: true, helped: true, tellConnector: false };
const inHold = () => after(offered(), askerYes);
const HOLD_OVER = later(START, HOLD);
const introduced = () => after(inHold(), { at: HOLD_OVER }, { kind: 'holdOver' });

describe('the transitions of an introduction', () => {
  test.each<[string, Introduction, Event, string, Partial<Introduction>]>([
    ["proposed → offered: the giver's yes asks the asker", proposed('connector'), giverYes, START, { state: 'offered', step: 'note', giverAnswer: 'yes', giverAnsweredAt: START }],
    ['proposed → accepted: an asker who names this giver unasked says the first yes', proposed(), askerYes, START, { state: 'accepted', askerAnswer: 'yes' }],
    ["proposed → declined: the giver's no", proposed(), no('giver'), START, { state: 'declined', giverAnswer: 'not-now' }],
    ["offered → held: the asker's yes is the second", offered(), askerYes, START, { state: 'held', heldBy: 'asker', holdUntil: HOLD_OVER }],
    ['offered → declined: the asker says not now', offered(), no('asker'), START, { state: 'declined', askerAnswer: 'not-now', giverAnswer: 'yes' }],
    ["accepted → held: the giver's yes is the second", accepted(), giverYes, START, { state: 'held', heldBy: 'giver', step: 'note' }],
    ['accepted → declined: the giver knows the asker', accepted(), no('giver', 'known'), START, { state: 'declined', giverAnswer: 'known' }],
    ['held → offered: the asker undoes the second yes', inHold(), by('undo', 'asker'), START, { state: 'offered', askerAnswer: 'none', holdUntil: null }],
    ['held → accepted: the giver undoes the second yes', after(accepted(), giverYes), by('undo', 'giver'), START, { state: 'accepted', giverAnswer: 'none', step: null }],
    ['held → withdrawn: the one who said the first yes takes it back', inHold(), by('withdraw', 'giver'), START, { state: 'withdrawn', giverAnswer: 'none', askerAnswer: 'yes' }],
    ['held → introduced: the hold is over', inHold(), { kind: 'holdOver' }, HOLD_OVER, { state: 'introduced', introducedAt: HOLD_OVER }],
    ['held → withdrawn: one of them is gone', inHold(), { kind: 'cut' }, START, { state: 'withdrawn', holdUntil: null }],
    ['declined → proposed: the giver undoes a no', after(proposed(), no('giver')), by('undo', 'giver'), START, { state: 'proposed', giverAnswer: 'none', endedAt: null }],
    ['declined → accepted: the giver undoes a no to a wish', after(accepted(), no('giver')), by('undo', 'giver'), START, { state: 'accepted', giverAnswer: 'none' }],
    ['declined → offered: the asker undoes a no', after(offered(), no('asker')), by('undo', 'asker'), START, { state: 'offered', askerAnswer: 'none' }],
    ['declined → withdrawn: the one who waits takes the yes back and learns nothing by it', after(offered(), no('asker')), by('withdraw', 'giver'), START, { state: 'withdrawn' }],
    ['declined, freed: whoever waited is free at the end of the answer time', after(accepted(), no('giver')), { kind: 'expire' }, later(START, ANSWER_TIME), { state: 'declined' }],
    ['proposed → expired: nobody answered', proposed(), { kind: 'expire' }, later(START, ANSWER_TIME), { state: 'expired' }],
    ['offered → expired: the asker kept silent', offered(), { kind: 'expire' }, later(START, ANSWER_TIME), { state: 'expired' }],
    ['accepted → withdrawn: the asker takes the wish back', accepted(), by('withdraw', 'asker'), START, { state: 'withdrawn', askerAnswer: 'none' }],
    ['accepted, reminded: once, after four days', accepted(), { kind: 'remind' }, later(START, REMINDER_AFTER), { state: 'accepted', remindedAt: later(START, REMINDER_AFTER) }],
    ['introduced, asked what came of it after 14 days', introduced(), { kind: 'askOutcome' }, later(HOLD_OVER, FOLLOW_UP_AFTER), { state: 'introduced' }],
    ['introduced → closed: one side tells the outcome', introduced(), { kind: 'outcome', side: 'asker', outcome }, HOLD_OVER, { state: 'closed', askerOutcome: outcome, giverOutcome: null }],
    ['introduced, thanked by the asker', introduced(), { kind: 'thank', side: 'asker', note: 'Thank you!' }, HOLD_OVER, { state: 'introduced', thanks: 'Thank you!' }],
    ['introduced → closed, silently: nobody is asked about it any more', introduced(), { kind: 'cut' }, HOLD_OVER, { state: 'closed', askerOutcome: null }],
  ])('%s', (_, introduction, event, now, expected) => {
    expect(next(introduction, event, now)).toMatchObject(expected);
  });

  test.each<[string, Introduction, Event, string, string]>([
    ['the asker of a proposal has not been asked to decline', proposed(), no('asker'), START, 'not-asked'],
    ['an answer is given once', offered(), giverYes, START, 'answered-already'],
    ['a no after a yes is a withdrawal', offered(), no('giver'), START, 'answered-already'],
    ['the first yes is withdrawn, not undone: or undo would tell whether a second one came', inHold(), by('undo', 'giver'), START, 'answered-already'],
    ['a question that is over takes no yes, whether or not time noticed', offered(), askerYes, later(START, ANSWER_TIME), 'over'],
    ['a no is undone within a quarter of an hour', after(accepted(), no('giver')), by('undo', 'giver'), HOLD_OVER, 'too-late'],
    ['contact data never leaves within the hold', inHold(), { kind: 'holdOver' }, later(START, HOLD - 1), 'too-early'],
    ['no reminder before four days', offered(), { kind: 'remind' }, later(START, REMINDER_AFTER - 1), 'too-early'],
    ['one reminder', after(offered(), { at: later(START, REMINDER_AFTER) }, { kind: 'remind' }), { kind: 'remind' }, later(START, REMINDER_AFTER), 'told-already'],
    ['a question stands for seven days', offered(), { kind: 'expire' }, later(START, ANSWER_TIME - 1), 'too-early'],
    ['what was introduced is not taken back', introduced(), by('withdraw', 'giver'), HOLD_OVER, 'introduced-already'],
    ['only the one who was helped says thank you', introduced(), { kind: 'thank', side: 'giver', note: 'No, thank you!' }, HOLD_OVER, 'not-yours'],
    ['nothing is told of a conversation that has not begun', inHold(), { kind: 'outcome', side: 'giver', outcome }, START, 'answered-already'],
    ['an outcome is told once by each side', after(introduced(), { kind: 'outcome', side: 'asker', outcome }), { kind: 'outcome', side: 'asker', outcome }, HOLD_OVER, 'told-already'],
  ])('refused: %s', (_, introduction, event, now, reason) => {
    expect(next(introduction, event, now)).toBe(reason);
  });

  test('total: every event in every state, at every hour, for every pair of answers, has a next state or a reason', () => {
    const events: Event[] = [
      ...(['giver', 'asker'] as const).flatMap((side): Event[] => [
        side === 'giver' ? giverYes : askerYes,
        no(side),
        no(side, 'known'),
        by('undo', side),
        by('withdraw', side),
        { kind: 'outcome', side, outcome },
        { kind: 'thank', side, note: 'Thank you' },
      ]),
      ...(['remind', 'expire', 'holdOver', 'askOutcome', 'cut'] as const).map((kind): Event => ({ kind })),
    ];
    const answers = ['none', 'yes', 'not-now', 'known'] as const;
    let cells = 0;
    for (const state of STATES)
      for (const giverAnswer of answers)
        for (const askerAnswer of answers)
          for (const now of [START, HOLD_OVER, later(START, ANSWER_TIME), later(START, 20 * 86_400_000)])
            for (const event of events) {
              const isIntroduced = state === 'introduced' || state === 'closed';
              const introduction = {
                ...proposed(),
                state,
                giverAnswer,
                askerAnswer,
                holdUntil: HOLD_OVER,
                introducedAt: isIntroduced ? START : null,
                heldBy: state === 'held' ? ('asker' as const) : null,
              };
              const result = next(introduction, event, now);
              cells++;
              if (typeof result === 'string') expect(result).toMatch(/^[a-z-]+$/u);
              else expect(STATES).toContain(result.state);
              expect(PHASES).toContain(phaseOf('giver', introduction, now));
            }
    expect(cells).toBe(9 * 16 * 4 * 19);
  });

  test('a button pressed twice says again what is so already', () => {
    expect(repeats(offered(), { kind: 'yes', side: 'giver', step: 'call' })).toBe(true);
    expect(repeats(offered(), { kind: 'yes', side: 'asker' })).toBe(false);
  });
});

describe('what each side sees', () => {
  const SECOND_DAY = later(START, 86_400_000);
  const silent = offered();
  const endings: [string, Introduction][] = [
    ['declines', after(offered(), no('asker'))],
    ['knows the other', after(offered(), no('asker', 'known'))],
    ['blocks, pauses or leaves', after(offered(), { kind: 'cut' })],
    ['says yes and may undo it', inHold()],
    ['said yes and undid it', after(inHold(), by('undo', 'asker'))],
    ['said yes, undid it and declined', after(inHold(), by('undo', 'asker'), no('asker'))],
  ];

  test.each(endings)('P3 whoever waits sees the same silence when the other side %s, until the same moment and after it', (_, ended) => {
    for (const now of [START, SECOND_DAY, later(START, ANSWER_TIME - 1), later(START, ANSWER_TIME), later(START, 2 * ANSWER_TIME)]) {
      expect(JSON.stringify(visibleTo('giver', ended, now))).toBe(JSON.stringify(visibleTo('giver', silent, now)));
    }
  });

  test('P3 silence turns into "over" at the end of the answer time, whether or not time noticed', () => {
    const expired = after(offered(), { at: later(START, ANSWER_TIME) }, { kind: 'expire' });
    for (const introduction of [silent, expired]) expect(visibleTo('giver', introduction, later(START, ANSWER_TIME)).phase).toBe('over');
  });

  test('P3 the asker of a proposal hears nothing before the giver said yes, and nothing of a no', () => {
    for (const introduction of [proposed(), proposed('connector'), after(proposed(), no('giver')), after(proposed(), { kind: 'cut' })]) {
      expect(visibleTo('asker', introduction, START).phase).toBe('hidden');
    }
    expect(visibleTo('asker', after(proposed(), giverYes), START).phase).toBe('asked');
  });

  test('the second yes sees the hold and its end, the first one does not', () => {
    expect(visibleTo('asker', inHold(), START)).toMatchObject({ phase: 'held', undoUntil: HOLD_OVER });
    expect(visibleTo('giver', inHold(), START)).toMatchObject({ phase: 'waiting', undoUntil: null });
  });

  test('each side sees its own outcome only', () => {
    const told = after(introduced(), { kind: 'outcome', side: 'giver', outcome });
    expect(visibleTo('giver', told, HOLD_OVER).outcome).toEqual(outcome);
    expect(visibleTo('asker', told, HOLD_OVER).outcome).toBeNull();
  });

  test('an ask stays with its giver while its asker waits, declined or not, so that suggestions tell nothing either', () => {
    for (const introduction of [accepted(), after(accepted(), no('giver')), after(accepted(), { kind: 'cut' })]) {
      expect(isPending(introduction, SECOND_DAY)).toBe(true);
      expect(isPending(introduction, later(START, ANSWER_TIME))).toBe(false);
    }
  });

  test('a pair rests from the same moment whatever ended it, and freezes once introduced', () => {
    const rests = [...endings.map(([, ended]) => ended).filter(({ endedAt }) => endedAt !== null), after(offered(), { at: later(START, ANSWER_TIME) }, { kind: 'expire' })];
    const until = rests.map((introduction) => rulesLeftBy(introduction).find(({ kind }) => kind === 'rest')?.until);
    expect(new Set(until).size).toBe(1);
    expect(rulesLeftBy(after(offered(), no('asker', 'known'))).map(({ kind, until: end }) => [kind, end])).toContainEqual(['known', null]);
    expect(rulesLeftBy(introduced()).map(({ kind }) => kind)).toEqual(['freeze']);
    expect(rulesLeftBy(silent)).toEqual([]);
  });
});
