import type { ComponentChildren, VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { dayAndMonth, longDate } from '../../html/dates.js';
import { Layout } from '../../html/layout.js';
import type { MessageKey } from '../../html/messages/en.js';
import { message } from '../../html/messages.js';
import { Empty, Voice } from '../../html/parts.js';
import { whenText } from '../../meetups/meetup.js';
import type { Today } from './today.service.js';

interface TodayPageProps {
  readonly language: Language;
  readonly today: Today;
  /** Whether the reader may settle mails, and not only know how many there are. */
  readonly operatesMail: boolean;
}

/** What needs a person, the most urgent first, each with one way to act; nothing else. */
export function TodayPage({ language, today, operatesMail }: TodayPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string | number> = {}): string => message(language, key, values);
  const { mail, rounds, visits, unanswered, meetup } = today;
  const mailWay = operatesMail ? { href: '/mail', way: t('today.mail.way') } : {};
  const tasks = [
    mail.isStuck && <Task isFirst title={t('today.mail.stuck')} note={t(operatesMail ? 'today.mail.stuck.note' : 'today.mail.operator')} {...mailWay} />,
    mail.uncertain + mail.failed > 0 && (
      <Task isFirst title={t('today.mail', { uncertain: mail.uncertain, failed: mail.failed })} note={t(operatesMail ? 'today.mail.note' : 'today.mail.operator')} {...mailWay} />
    ),
    ...rounds.map(({ id, date }) => <Task isFirst title={t('today.round', { date: dayAndMonth(language, date) })} note={t('today.round.note')} href={`/rounds/${id}`} way={t('today.round.way')} />),
    ...visits.map(({ ask, name }) => (
      <Task
        isFirst
        title={t('today.visit', { name, place: ask.place })}
        note={t('today.visit.note', { name, from: dayAndMonth(language, ask.neededFrom), to: dayAndMonth(language, ask.neededBy) })}
        href={`/asks/${ask.id}/connect`}
        way={t('today.visit.way')}
      >
        <Voice text={ask.text} language={ask.language} />
      </Task>
    )),
  ].filter((task) => task !== false);
  return (
    <Layout language={language} title={t('today.title')} audience="organizer" here="/today">
      <main>
        <h1>{t('today.title')}</h1>
        {tasks.length > 0 && <p class="lead">{t('today.lead', { count: tasks.length })}</p>}
        {tasks.length > 0 ? <ul class="tasks">{tasks}</ul> : <Empty>{t(unanswered.count > 0 ? 'today.calm.asks' : 'today.calm')}</Empty>}
        {unanswered.count > 0 && (
          <>
            <h2>{t('today.asks', { count: unanswered.count })}</h2>
            <p class="hint">{t('today.asks.lead')}</p>
            <ul class="tasks">
              {unanswered.oldest.map(({ ask, name }) => (
                <Task title={t('page.asks', { name })} note={t('today.asks.since', { date: longDate(language, ask.createdAt.slice(0, 10)) })} href={`/asks/${ask.id}/connect`} way={t('connect.title')}>
                  <Voice text={ask.text} language={ask.language} />
                </Task>
              ))}
            </ul>
          </>
        )}
        <h2>{t('today.meetup')}</h2>
        <ul class="tasks">
          {meetup ? (
            <Task title={meetup.title} note={[whenText(meetup, language), meetup.place].filter(Boolean).join(' · ')} href={`/meetups/${meetup.id}`} way={t('today.meetup.way')} />
          ) : (
            <Task title={t('today.meetup.none')} href="/meetups" way={t('today.meetup.plan')} />
          )}
        </ul>
        <h2>{t('today.more')}</h2>
        <ul class="places">
          <li>
            <a href="/community">{t('community.title')}</a>
          </li>
          {operatesMail && (
            <li>
              <a href="/mail">{t('post.title')}</a>
            </li>
          )}
        </ul>
      </main>
    </Layout>
  );
}

interface TaskProps {
  readonly title: string;
  /** Whether it stands right below the title of the page. */
  readonly isFirst?: boolean;
  readonly note?: string;
  readonly children?: ComponentChildren;
  /** Left out where the reader can do nothing but know. */
  readonly href?: string;
  readonly way?: string;
}

function Task({ title, isFirst = false, note, children, href, way }: TaskProps): VNode {
  return (
    <li>
      <div>
        {isFirst ? <h2>{title}</h2> : <h3>{title}</h3>}
        {children}
        {note !== undefined && <p class="hint">{note}</p>}
      </div>
      {href !== undefined && (
        <a class="button quiet" href={href}>
          {way}
          <span class="unseen">{`: ${title}`}</span>
        </a>
      )}
    </li>
  );
}
