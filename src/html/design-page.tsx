import type { VNode } from 'preact';

import type { Language, Range } from '../engine/engine.js';
import { Field } from './field.js';
import { Layout } from './layout.js';
import type { MessageKey } from './messages/en.js';
import { message } from './messages.js';
import { Empty, Notice, Voice } from './parts.js';
import { COLOURS, contrast, WRITINGS, type Scheme } from './style/colours.js';
import { TYPE_SCALE } from './style/tokens.js';

const SCHEMES = ['light', 'dark'] as const satisfies readonly Scheme[];
const NAME = 'Omar';

interface DesignProps {
  readonly language: Language;
}

/** The whole design system on one page, made of the very parts that the pages use. */
export function DesignPage({ language }: DesignProps): VNode {
  const t = (key: MessageKey): string => message(language, key);
  return (
    <Layout language={language} title={t('design.title')}>
      <main>
        <h1>{t('design.title')}</h1>
        <p class="lead">{t('design.lead')}</p>
        <TypeScale language={language} />
        <h2>{t('design.colours')}</h2>
        <p>{t('design.colours.lead')}</p>
        {SCHEMES.map((scheme) => (
          <Palette language={language} scheme={scheme} />
        ))}
        <h2>{t('design.cards')}</h2>
        <p>{t('design.cards.lead')}</p>
        <SampleCard language={language} />
        <h2>{t('design.forms')}</h2>
        <p>{t('design.forms.lead')}</p>
        <form method="get" action="/design">
          <Field language={language} name="name" label={t('field.name')} value="Nina" />
          <Field language={language} name="address" label={t('field.address')} kind="email" value="nina@" fault="invalid-address" />
          <Field language={language} name="offer" label={t('field.offer')} kind="lines" value={t('design.card.offer')} />
          <div class="actions">
            <button type="submit">{t('introduction.gladly')}</button>
            <button type="submit" class="quiet">
              {t('introduction.not-now')}
            </button>
          </div>
        </form>
        <h2>{t('design.states')}</h2>
        <Empty>{t('design.states.empty')}</Empty>
        <Notice kind="success">{t('design.states.success')}</Notice>
        <Notice kind="error">{t('design.states.error')}</Notice>
        <div class="coach">
          <p>{t('design.states.loading')}</p>
        </div>
      </main>
    </Layout>
  );
}

function TypeScale({ language }: DesignProps): VNode {
  const sample = message(language, 'design.type.sample');
  return (
    <>
      <h2>{message(language, 'design.type')}</h2>
      <ul class="scale">
        {Object.entries(TYPE_SCALE).map(([name, rem]) => (
          <li>
            <span class={`size-${name}`}>{sample}</span> <span class="label">{`${name} · ${rem} rem`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Drawn as pictures, since no page of ours carries a style of its own. */
function Palette({ language, scheme }: DesignProps & { readonly scheme: Scheme }): VNode {
  const colours = COLOURS[scheme];
  const figure = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <>
      <h3>{message(language, `design.colours.${scheme}`)}</h3>
      <ul class="swatches">
        {Object.entries(colours).map(([name, colour]) => (
          <li>
            <svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
              <rect width="100" height="40" fill={colour} />
            </svg>
            {name} {colour}
          </li>
        ))}
      </ul>
      <details open>
        <summary>{message(language, 'design.colours.pair')}</summary>
        <ul class="swatches">
          {WRITINGS.map(([writing, ground]) => (
            <li>
              <svg viewBox="0 0 100 40" aria-hidden="true">
                <rect width="100" height="40" fill={colours[ground]} />
                <text x="50" y="27" text-anchor="middle" font-size="20" fill={colours[writing]}>
                  Gern
                </text>
              </svg>
              {`${writing} · ${ground} · ${figure.format(contrast(colours[writing], colours[ground]))} : 1`}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function SampleCard({ language }: DesignProps): VNode {
  const t = (key: MessageKey): string => message(language, key, { name: NAME });
  const [ask, offer] = [t('design.card.ask'), t('design.card.offer')];
  return (
    <article class="give">
      <h3 class="whom">{t('page.asks')}</h3>
      <Voice text={ask} language={language} ranges={wordsOf(ask, /\p{L}*(?:foto|photo)\p{L}*/iu)} loud />
      <p class="label">{t('home.why.give')}</p>
      <div class="why">
        <Voice text={offer} language={language} ranges={wordsOf(offer, /\p{L}*(?:foto|photo)\p{L}*/iu)} />
      </div>
    </article>
  );
}

function wordsOf(text: string, pattern: RegExp): Range[] {
  const found = pattern.exec(text);
  return found ? [[found.index, found.index + found[0].length]] : [];
}
