import { Analyzer, Engine, type Explanation, type Language, type Statement } from '../../src/engine/engine.js';
import { reasonFor } from '../../src/introductions/reason.js';
import type { Side } from '../../src/introductions/facet-clause.js';
import { loadEngineResources } from '../../src/knowledge/resources.js';

const resources = loadEngineResources();
const analyzer = new Analyzer(resources.knowledge);
const askOf = (text: string): Statement => ({ id: 'ask', owner: 'asker', kind: 'ask', text });
const offerOf = (text: string): Statement => ({ id: 'offer', owner: 'giver', kind: 'offer', text });
const explain = (ask: string, offer: string): Explanation => new Engine(analyzer, resources.weights).explain(askOf(ask), offerOf(offer));
const cut = (text: string, ranges: readonly (readonly [number, number])[]): string[] => ranges.map(([from, to]) => text.slice(from, to));

/** The facets of a pair as they read: `place + in Palma = in Palma`, with - where they disagree. */
const facetsOf = (ask: string, offer: string): string[] =>
  explain(ask, offer).facets.map(({ kind, agrees, ask: asked, offer: offered }) => `${kind} ${agrees ? '+' : '-'} ${cut(ask, asked).join(', ')} = ${cut(offer, offered).join(', ')}`);

type Case = readonly [reason: string, ask: string, offer: string, facets: readonly string[]];

const LANGUAGE: readonly Case[] = [
  ['German asks in which language', 'Suche Yogakurs auf Spanisch', 'Yoga en español, grupos pequeños', ['language + auf Spanisch = en español']],
  ['English asks for English', 'Need a dentist, in English please', 'English-speaking dentist in town', ['language + in English = English-speaking']],
  ['Spanish asks who speaks German', 'Busco notario que hable alemán', 'Notaría: hablamos alemán e inglés', ['language + hable alemán = hablamos alemán']],
  ['one word that says it all', 'Suche deutschsprachigen Steuerberater', 'Steuerberatung auf Deutsch', ['language + deutschsprachigen = auf Deutsch']],
  ['a native speaker', 'Native English speaker wanted for our podcast', 'Native English speaker, I host podcasts', ['language + Native English = Native English']],
  ['a list of languages goes on', 'Hebamme gesucht, auf Englisch', 'Hebamme auf Deutsch, Spanisch oder Englisch', ['language + auf Englisch = Englisch']],
  ['another language only', 'Pilateskurs auf Deutsch gesucht', 'Pilates classes in English', ['language - auf Deutsch = in English']],
  ['what is written in the language need not say so', 'Suche Yogakurs auf Spanisch', 'Clases de yoga, también hablo inglés', []],
  ['an offer that says no language says nothing against it', 'Suche Yogakurs auf Spanisch', 'Yogakurs am Strand', []],
  ['lessons: the language is the need', 'Looking for Spanish lessons', 'I speak English and play chess', []],
  ['lessons in a language too', 'Lessons in English wanted', 'Ich spreche Deutsch', []],
  ['translation: the language is the need', 'Need a translation into German', 'Traducción en español', []],
  ['writing: the language is the need', 'Wer schreibt mir einen Brief auf Spanisch?', 'Briefe auf Englisch', []],
  ['food is no tongue', 'In English football I am an expert, need a coach', 'Coach, ich spreche Deutsch', []],
  ['who speaks none wants another', 'Ich spreche kein Deutsch und brauche eine Hebamme', 'Hebamme, ich spreche Englisch', []],
];

const TIME: readonly Case[] = [
  ['a month', 'Catering in May', 'Catering, free from April to June', ['time + in May = from April to June']],
  ['days of a month with ordinals', 'Fotografin gesucht, 3.–6. Mai', 'Fotografin, im Mai noch frei', ['time + 3.–6. Mai = im Mai']],
  ['days of a month in Spanish', 'Busco fotógrafa del 3 al 6 de mayo', 'Fotógrafa, libre en mayo', ['time + del 3 al 6 de mayo = en mayo']],
  ['"may" is mostly no month', 'I may need a plumber', 'Plumber, booked out in May', []],
  ['next weekend is a weekend, whichever', 'Babysitter for next weekend', 'Babysitter, weekends only', ['time + next weekend = weekends']],
  ['only weekdays against weekends', 'Babysitter on weekdays only', 'Experienced babysitter, free at weekends', ['time - on weekdays = at weekends']],
  ['Friday evening belongs to the weekend', 'Babysitter on Friday evenings', 'Experienced babysitter, free at weekends', ['time + on Friday evenings = at weekends']],
  ['evenings against mornings', 'Deutschkurs abends gesucht', 'Deutschkurs, vormittags', ['time - abends = vormittags']],
  ['from September on', 'Suche Tagesmutter ab September', 'Tagesmutter, Platz frei im Oktober', ['time + ab September = im Oktober']],
  ['a span of months round the year', 'Busco piso en enero', 'Alquilo piso de octubre a marzo', ['time + en enero = octubre a marzo']],
  ['a span of weekdays', 'Hundesitter Mo–Fr', 'Hundesitter, mittwochs', ['time + Mo–Fr = mittwochs']],
  ['a deadline is no wish for that weekday', 'Need a flyer until Friday', 'Flyer design, Mondays', []],
  ['how long is not when', 'Looking for one evening out', 'Evenings are for cooking, join us', []],
  ['what is past is not when', 'My computer has been slow since March', 'Computer repair in July', []],
  ['a weekend in Spanish has three words', 'Canguro para el fin de semana', 'Canguro, solo laborables', ['time - el fin de semana = laborables']],
];

const ELSE: readonly Case[] = [
  ['the same town, each in its words', 'Yogakurs in Palma gesucht', 'Yoga clases en Palma', ['place + in Palma = en Palma']],
  ['places of one region', 'Yoga in Sóller', 'Yoga in Palma', ['place + in Sóller = in Palma']],
  ['towns apart', 'Yoga in Leipzig', 'Yoga in Hamburg', ['place - in Leipzig = in Hamburg']],
  ['online bridges towns', 'Yoga in Leipzig', 'Yoga online aus Hamburg', ['remote +  = online']],
  ['online is fine for the asker', 'Logopädin in Freiburg, gern auch online', 'Logopädin in Kiel', ['remote + online = ']],
  ['beginners on both sides', 'Chess for a complete beginner', 'Chess for beginners', ['level + beginner = beginners']],
  ['levels apart', 'Chess for beginners', 'Advanced chess', ['level - beginners = Advanced']],
  ['only one side names a place', 'Yoga in Leipzig', 'Yoga am Morgen', []],
];

describe('facets are recognised and compared', () => {
  test.each(LANGUAGE)('language: %s', (_reason, ask, offer, facets) => expect(facetsOf(ask, offer)).toEqual(facets));
  test.each(TIME)('time: %s', (_reason, ask, offer, facets) => expect(facetsOf(ask, offer)).toEqual(facets));
  test.each(ELSE)('place, remote, level: %s', (_reason, ask, offer, facets) => expect(facetsOf(ask, offer)).toEqual(facets));
});

describe('facets move the affinity softly', () => {
  const affinity = (ask: string, offer: string): number => {
    const engine = new Engine(analyzer, resources.weights);
    engine.put(offerOf(offer));
    return engine.rank(askOf(ask), { top: 1, threshold: 0 })[0]!.affinity;
  };

  test.each([
    ['a language: the wanted one before another', 'Suche Pilateskurs auf Deutsch', 'Pilateskurs, ich spreche Deutsch', 'Pilateskurs, ich spreche Polnisch'],
    ['lessons: the language is the topic', 'Looking for Spanish lessons', 'Spanish lessons for adults', 'Yoga lessons in Spanish'],
    ['translation from Spanish wants a translator', 'Translation from Spanish', 'Translator Spanish-German', 'Yoga en español'],
    ['a course in a language is no language course', 'Yoga classes in English', 'Yoga classes, all levels', 'English classes, all levels'],
    ['weekdays before weekends', 'Babysitter on weekdays', 'Babysitter, Monday to Friday', 'Babysitter, weekends'],
    ['evenings before mornings', 'Deutschkurs abends', 'Deutschkurs am Abend', 'Deutschkurs am Vormittag'],
    ['the trade before the month', 'Fotografin im Mai gesucht', 'Fotografin, Porträts und Feste', 'Im Mai verleihe ich Zelte'],
  ])('%s', (_reason, ask, better, worse) => expect(affinity(ask, better)).toBeGreaterThan(affinity(ask, worse)));

  test.failing.each([
    ['a shared wording outweighs the other language', 'Suche Pilateskurs auf Deutsch', 'Pilateskurs am Strand', 'Pilateskurs am Strand, auf Englisch'],
    ['a day in common outweighs a trade in other words', 'moving flat on Saturday', 'Removals with my van', 'Choir on Saturdays'],
  ])('not yet: %s', (_reason, ask, better, worse) => expect(affinity(ask, better)).toBeGreaterThan(affinity(ask, worse)));

  test.each([
    ['another language', 'Suche Pilateskurs auf Deutsch', 'Pilates classes in English'],
    ['other days', 'Babysitter on weekdays only', 'Experienced babysitter, weekends'],
  ])('no facet is a hard filter: %s', (_reason, ask, offer) => expect(affinity(ask, offer)).toBeGreaterThan(0.5 * resources.weights.threshold));
});

describe('a wish without a need finds nobody', () => {
  const engine = new Engine(analyzer, resources.weights);
  [
    'I have good contacts to founders and press',
    'Netzwerktreffen für Gründerinnen',
    'Coaching for growth and mindset',
    'Busco gente para una red de impulsos',
    'Spaziergänge mit netten Leuten',
  ].forEach((text, i) => engine.put({ ...offerOf(text), id: `offer-${i}`, owner: `giver-${i}` }));

  test.each([
    'new impulses',
    'Nette Leute kennenlernen',
    'networking',
    'Kontakte, Kontakte, Kontakte :)',
    'mich vernetzen',
    'Inspiración y nuevas oportunidades',
    'conectar con gente interesante',
    'Ideen und Austausch',
  ])('P4: %s', (text) => expect(engine.rank(askOf(text), { top: 5 }).map(({ offer }) => offer.text)).toEqual([]));

  test.each(['Kontakte zu Winzern', 'Impulse für unser Schaufenster', 'Ideas for a birthday cake', 'Ayuda con la mudanza'])('a need among wishes is one: %s', (text) =>
    expect(explain(text, 'x').parts.find(({ feature }) => feature === 'vague')!.value).toBe(0),
  );
});

describe("P5: the reason tells the facets in the members' own words", () => {
  const reason = (side: Side, language: Language, ask: string, offer: string): string => reasonFor(side, 'Omar', { ask, offer }, explain(ask, offer), language);

  test.each<[string, Side, Language, string, string, string]>([
    ['both in one town', 'give', 'de', 'Suche Yogakurs in Palma', 'Yogakurs in Palma', 'Omar sucht „Yogakurs“ – du bietest „Yogakurs“, beide „in Palma“.'],
    ['both in one town', 'receive', 'en', 'Yoga class in Palma', 'Yoga class in Palma', 'Omar offers “Yoga class” – you ask for “Yoga class”, both “in Palma”.'],
    ['both in one town', 'give', 'es', 'Busco canguro en Palma', 'Canguro en Palma', 'Omar busca «canguro» y tú ofreces «Canguro», en ambos casos «en Palma».'],
    ['each in their own words', 'give', 'en', 'Yoga in Sóller', 'Yoga in Palma', 'Omar asks for “Yoga” – you offer “Yoga”, Omar “in Sóller”, you “in Palma”.'],
    ['nothing is said twice', 'give', 'en', 'Yogakurs auf Spanisch gesucht', 'Yogakurs en español', 'Omar asks for “Yogakurs auf Spanisch” – you offer “Yogakurs en español”.'],
    ['online bridges towns', 'give', 'en', 'Yoga in Leipzig', 'Yoga online aus Hamburg', 'Omar asks for “Yoga” – you offer “Yoga”, and you offer it “online”.'],
    ['online bridges towns', 'receive', 'de', 'Yoga in Leipzig', 'Yoga online aus Hamburg', 'Omar bietet „Yoga“ – du suchst „Yoga“, und Omar bietet es „online“ an.'],
    [
      'what parts them is not hidden',
      'receive',
      'en',
      'Babysitter on weekdays',
      'Babysitter at weekends',
      'Omar offers “Babysitter” – you ask for “Babysitter”; though Omar says “at weekends”, and you say “on weekdays”.',
    ],
    [
      'what parts them is not hidden',
      'give',
      'es',
      'Canguro por las mañanas',
      'Canguro por las tardes',
      'Omar busca «Canguro» y tú ofreces «Canguro»; eso sí, Omar dice «por las mañanas» y tú, «por las tardes».',
    ],
    ['nothing is said where only one side speaks of it', 'give', 'de', 'Suche Yogakurs in Palma', 'Yogakurs', 'Omar sucht „Yogakurs“ – du bietest „Yogakurs“.'],
  ])('%s (%s, %s)', (_reason, side, language, ask, offer, told) => expect(reason(side, language, ask, offer)).toBe(told));
});
