import type { ComponentChildren, VNode } from 'preact';

import type { Language } from '../engine/engine.js';
import { Layout } from '../html/layout.js';
import { message } from '../html/messages.js';
import { whenText, type Meetup } from './meetup.js';

/** The pages of one meetup, in the order of an evening. */
const PLACES = [
  ['overview', ''],
  ['plan', '/plan'],
  ['door', '/door'],
  ['pairs', '/pairs'],
  ['settings', '/settings'],
] as const;
type Place = (typeof PLACES)[number][0];

interface MeetupFrameProps {
  readonly language: Language;
  readonly meetup: Meetup;
  readonly here: Place;
  /** What the page is about; the meetup itself on its overview. */
  readonly title?: string;
  readonly children: ComponentChildren;
}

/** What every organizer's page of a meetup stands in: which evening it is, and the way to its other pages. */
export function MeetupFrame({ language, meetup, here, title, children }: MeetupFrameProps): VNode {
  const path = `/meetups/${meetup.id}`;
  return (
    <Layout language={language} title={title === undefined ? meetup.title : `${title} · ${meetup.title}`} audience="organizer" here="/meetups">
      <main>
        <h1>{title ?? meetup.title}</h1>
        <p class="lead">{title === undefined ? [whenText(meetup, language), meetup.place].filter(Boolean).join(' · ') : meetup.title}</p>
        <nav aria-label={meetup.title}>
          <ul class="places">
            {PLACES.map(([place, end]) => (
              <li>
                <a href={`${path}${end}`} aria-current={place === here ? 'page' : undefined}>
                  {message(language, `evening.${place}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {children}
      </main>
    </Layout>
  );
}
