import type { VNode } from 'preact';

import type { Language } from '../../engine/engine.js';
import { shortMonth, wholeMonth } from '../../html/dates.js';
import { Layout } from '../../html/layout.js';
import type { MessageKey } from '../../html/messages/en.js';
import { message } from '../../html/messages.js';
import { Empty } from '../../html/parts.js';
import type { Coverage } from '../../matching/coverage.js';
import { layoutBars } from './bars.layout.js';
import { layoutCoverage } from './coverage.layout.js';
import { OUTCOMES, type NetworkHealth } from './health.js';
import { Bars, CoveragePicture, Legend, NumbersTable } from './pictures.js';
import { told, type Told, type ToldShare } from './told.js';

interface NetworkPageProps {
  readonly language: Language;
  readonly health: NetworkHealth;
  readonly coverage: Coverage;
}

const SHOWN_GAPS = 12;
const OUTCOME_KINDS = ['bar', 'open', 'over'] as const;

/** How the network is, as pictures: no names, no ranking of people, small numbers hidden. */
export function NetworkPage({ language, health, coverage }: NetworkPageProps): VNode {
  const t = (key: MessageKey, values: Record<string, string | number> = {}): string => message(language, key, values);
  return (
    <Layout language={language} title={t('network.title')} audience="organizer" here="/network">
      <main>
        <h1>{t('network.title')}</h1>
        <p class="lead">{t('network.lead')}</p>
        <Figures language={language} health={health} />
        <Months language={language} months={health.months} />
        <FirstYes language={language} firstYes={health.firstYes} />
        <Load language={language} load={health.load} />
        <Fields language={language} fields={coverage.fields} />
        <Gaps language={language} gaps={coverage.gaps} />
        <p class="hint">{t('network.rounding')}</p>
      </main>
    </Layout>
  );
}

function Figures({ language, health: { answered, medianDays, gave } }: Pick<NetworkPageProps, 'language' | 'health'>): VNode {
  const days = medianDays === null ? message(language, 'network.share.unknown') : message(language, 'network.days', { count: medianDays });
  return (
    <ul class="figures">
      <li>
        <strong>{shareText(language, answered)}</strong>
        {message(language, 'network.answered')}
      </li>
      <li>
        <strong>{days}</strong>
        {message(language, 'network.first-yes.median')}
      </li>
      <li>
        <strong>{shareText(language, gave)}</strong>
        {message(language, 'network.gave')}
      </li>
    </ul>
  );
}

function Months({ language, months }: { readonly language: Language; readonly months: NetworkHealth['months'] }): VNode {
  const title = message(language, 'network.months');
  const names = OUTCOMES.map((outcome) => message(language, `network.outcome.${outcome}`));
  const layout = layoutBars(months.map(({ month, all, by }) => ({ label: shortMonth(language, month), whole: all, parts: OUTCOMES.map((outcome) => by[outcome]) })));
  return (
    <section>
      <h2>{title}</h2>
      {months.every(({ all }) => all === 0) ? (
        <Empty>{message(language, 'network.months.none')}</Empty>
      ) : (
        <>
          <Bars id="months" title={title} description={message(language, 'network.months.description')} layout={layout} kinds={OUTCOME_KINDS} />
          <Legend entries={OUTCOME_KINDS.map((kind, i) => ({ kind, name: names[i]! }))} />
          <NumbersTable
            summary={message(language, 'network.table', { title })}
            head={[message(language, 'network.month'), ...names]}
            rows={months.map(({ month, by }) => [wholeMonth(language, month), ...OUTCOMES.map((outcome) => toldText(language, by[outcome]))])}
          />
        </>
      )}
    </section>
  );
}

function FirstYes({ language, firstYes }: { readonly language: Language; readonly firstYes: NetworkHealth['firstYes'] }): VNode {
  const title = message(language, 'network.first-yes');
  const layout = layoutBars(firstYes.map(({ span, asks }) => ({ label: message(language, `network.span.short.${span}`), whole: asks, parts: span === 'none' ? [0, asks] : [asks] })));
  return (
    <section>
      <h2>{title}</h2>
      <p class="hint">{message(language, 'network.first-yes.lead')}</p>
      {firstYes.every(({ asks }) => asks === 0) ? (
        <Empty>{message(language, 'network.first-yes.empty')}</Empty>
      ) : (
        <>
          <Bars id="first-yes" title={title} description={message(language, 'network.first-yes.lead')} layout={layout} kinds={['bar', 'over']} />
          <NumbersTable
            summary={message(language, 'network.table', { title })}
            head={[message(language, 'network.span'), message(language, 'network.asks')]}
            rows={firstYes.map(({ span, asks }) => [message(language, `network.span.${span}`), toldText(language, asks)])}
          />
        </>
      )}
    </section>
  );
}

function Load({ language, load }: { readonly language: Language; readonly load: NetworkHealth['load'] }): VNode {
  const title = message(language, 'network.load');
  const nameOf = (introductions: number): string => message(language, 'network.load.row', { count: introductions, most: String(introductions === load.at(-1)!.introductions) });
  const layout = layoutBars(
    load.map(({ introductions, givers }) => ({ label: introductions === load.at(-1)!.introductions ? `${introductions}+` : String(introductions), whole: givers, parts: [givers] })),
  );
  return (
    <section>
      <h2>{title}</h2>
      <p class="hint">{message(language, 'network.load.lead')}</p>
      {load.every(({ givers }) => givers === 0) ? (
        <Empty>{message(language, 'network.load.none')}</Empty>
      ) : (
        <>
          <Bars id="load" title={title} description={message(language, 'network.load.description')} layout={layout} kinds={['bar']} />
          <NumbersTable
            summary={message(language, 'network.table', { title })}
            head={[message(language, 'network.load.introductions'), message(language, 'network.givers')]}
            rows={load.map(({ introductions, givers }) => [nameOf(introductions), toldText(language, givers)])}
          />
        </>
      )}
    </section>
  );
}

function Fields({ language, fields }: { readonly language: Language; readonly fields: Coverage['fields'] }): VNode {
  const title = message(language, 'network.fields');
  const rows = fields.map(({ title: its, askers, givers }) => ({ title: its[language], askers: told(askers), givers: told(givers) }));
  const [seeks, offers] = [message(language, 'network.seek'), message(language, 'network.offer')];
  return (
    <section>
      <h2>{title}</h2>
      <p class="hint">{message(language, 'network.fields.lead')}</p>
      {rows.length === 0 ? (
        <Empty>{message(language, 'network.fields.none')}</Empty>
      ) : (
        <>
          <CoveragePicture id="fields" title={title} description={message(language, 'network.fields.lead')} layout={layoutCoverage(rows)} seeks={seeks} offers={offers} />
          <NumbersTable
            summary={message(language, 'network.table', { title })}
            head={[message(language, 'network.field'), seeks, offers]}
            rows={rows.map(({ title: its, askers, givers }) => [its, toldText(language, askers), toldText(language, givers)])}
          />
        </>
      )}
    </section>
  );
}

function Gaps({ language, gaps }: { readonly language: Language; readonly gaps: Coverage['gaps'] }): VNode {
  return (
    <section>
      <h2>{message(language, 'network.gaps')}</h2>
      {gaps.length === 0 ? (
        <Empty>{message(language, 'network.gaps.none')}</Empty>
      ) : (
        <>
          <p class="hint">{message(language, 'network.gaps.lead')}</p>
          <ul class="gaps">
            {gaps.slice(0, SHOWN_GAPS).map(({ title, askers }) => (
              <li>
                {title[language]} <span class="label">{toldPeople(language, told(askers))}</span>
              </li>
            ))}
          </ul>
          {gaps.length > SHOWN_GAPS && <p class="hint">{message(language, 'network.gaps.more', { count: gaps.length - SHOWN_GAPS })}</p>}
        </>
      )}
    </section>
  );
}

function toldText(language: Language, count: Told): string {
  return count === 'few' ? message(language, 'network.few') : message(language, 'network.about', { count });
}

/** Nothing is said of a few: that is what most gaps are. */
function toldPeople(language: Language, count: Told): string {
  return count === 'few' ? '' : message(language, 'network.people', { count });
}

function shareText(language: Language, share: ToldShare): string {
  return typeof share === 'number' ? message(language, 'network.share', { share }) : message(language, `network.share.${share}`);
}
