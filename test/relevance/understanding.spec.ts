import { Analyzer, Engine, type Statement } from '../../src/engine/engine.js';
import { loadEngineResources } from '../../src/knowledge/resources.js';

/** The first offer must serve the ask clearly better than the second, for the reason given. */
type Case = readonly [reason: string, ask: string, helpful: string, other: string];

/** Texts were written before the engine saw them: a line that fails is a gap to be understood, not a word to be added. */
const UNDERSTOOD: Readonly<Record<string, readonly Case[]>> = {
  'other words in one language': [
    ['a sore back is a matter for a physiotherapist', 'My back hurts from sitting all day', 'Physiotherapist, I treat neck and spine pain', 'I upholster office chairs and benches'],
    ['minding kids is babysitting', 'Looking for somebody to mind the kids on Friday evenings', 'Experienced babysitter, free at weekends', 'I run a Friday evening choir'],
    ['a laptop that does not start needs a repair', 'Mein Laptop fährt nicht mehr hoch', 'Computerhilfe, ich repariere PCs und rette Daten', 'Ich fahre euch zum Flughafen'],
  ],
  'across languages': [
    ['German ask, English offer', 'Suche jemanden, der mir beim Lebenslauf hilft', 'I polish CVs and cover letters', 'I tell the life stories of old people on film'],
    ['German ask, Spanish offer', 'Wer kann unsere Waschmaschine reparieren?', 'Técnico de electrodomésticos, lavadoras y neveras', 'Lavandería: lavo y plancho su ropa'],
    ['English ask, German offer', 'I need a lawyer for a dispute with my landlord', 'Anwältin für Mietrecht', 'Vermiete eine Wohnung ab Mai'],
    ['English ask, Spanish offer', 'Who could teach me to play the guitar?', 'Doy clases de guitarra para principiantes', 'Construyo y vendo guitarras flamencas'],
    ['Spanish ask, German offer', 'Busco a alguien que me traduzca un contrato al alemán', 'Übersetzerin Spanisch-Deutsch für Verträge und Urkunden', 'Deutschkurs für Anfänger am Abend'],
  ],
  'German compounds': [
    ['a compound meets its parts', 'Suche Hilfe bei der Steuererklärung', 'Ich erkläre euch gern die Steuer und fülle Formulare mit aus', 'Ich erkläre Bienen und Honig für Schulklassen'],
    ['parts meet their compound, and the last part alone says little', 'Brauche Beratung zu Fördermitteln', 'Fördermittelberatung für Vereine', 'Stillberatung für junge Mütter'],
    ['the head says what is wanted, the first part for which day', 'Wer macht Hochzeitsfotos?', 'Fotografin, begleite eure Hochzeit', 'Hochzeitstorten nach Maß'],
    ['furniture for the kitchen is no cooking', 'Suche einen Schreiner für Küchenmöbel', 'Möbel nach Maß, auch Küchen', 'Kochkurs in meiner Küche'],
    ['known as a whole: a kindergarten is no garden', 'Wir suchen einen Platz im Kindergarten', 'Leite eine Kita und helfe bei der Eingewöhnung', 'Lege Gärten an, Beete und Hecken'],
    ['known as a whole: a tortoise is no signboard', 'Wer kennt sich mit Schildkröten aus?', 'Tierärztin für Reptilien', 'Beschrifte Ladenschilder'],
    ['known as a whole: a family doctor does no housework', 'Suche einen Hausarzt', 'Allgemeinmedizinerin, nehme neue Patienten auf', 'Hilfe rund ums Haus, Garten und Keller'],
  ],
  'code-switching': [
    ['English trade words in a German sentence', 'Suche jemanden für Social Media Content und Reels', 'I make short videos for Instagram', 'Sozialberatung für Familien'],
    ['a German profession in a Spanish sentence', 'Necesito un Steuerberater que entienda lo de mi GmbH', 'Steuerberatung für Firmen mit Sitz in Deutschland', 'Clases de alemán para empresas'],
    [
      'Spanish office words in an English sentence',
      'Looking for a gestor para darme de alta como autónoma',
      'Gestoría: altas de autónomos, IVA y renta',
      'I help freelancers find their first clients',
    ],
    ['three words of English in spoken German', 'Hi, brauche help mit meiner website, loading dauert ewig', 'Mache langsame Webseiten schnell', 'Umzugshilfe mit Transporter, be- und entladen'],
  ],
  'missing umlauts and accents': [
    ['ae, oe, ue are umlauts', 'Suche jemanden fuer Buchfuehrung und Lohnabrechnung', 'Buchführung und Löhne für kleine Betriebe', 'Führungen durch die Altstadt'],
    ['the machine is to be mended, not the dress', 'Koennte jemand meine Naehmaschine reparieren', 'Ich repariere Nähmaschinen', 'Ich nähe Kleider und Vorhänge'],
    ['Spanish without accents', 'necesito clases de ingles y conversacion para una presentacion', 'Clases de inglés: conversación y presentaciones', 'Clases de cerámica y conversación con café'],
    ['Spanish without accents or question marks', 'quien poda arboles y cuida el jardin', 'Jardinero: poda de árboles y setos', 'Vendo muebles de jardín'],
  ],
  typos: [
    ['written as spoken', 'Looking for a photografer for my wedding', 'Wedding photographer, relaxed reportage', 'Wedding cakes and sweet tables'],
    ['letters swapped, and not the other therapy', 'Suche Phsyiotherapie nach Knie-OP', 'Physiotherapeutin, Reha nach Operationen', 'Psychotherapie, freie Plätze ab Mai'],
    ['c and s sound alike', 'busco electrisista, se va la luz', 'Electricista, averías e instalaciones', 'Fisioterapeuta con electroterapia'],
    ['one letter short of another profession', 'need an acountant for my taxes', 'Accountant, tax returns for freelancers', 'Account manager, I coach sales teams'],
  ],
  'inflected labels of several words': [
    ['dative plural of soziale Medien', 'Wer kennt sich mit sozialen Medien aus?', 'Betreue die Social-Media-Kanäle kleiner Läden', 'Sozialarbeiterin, berate Familien'],
    ['feminine plural of traductor jurado', 'Busco traductoras juradas de alemán', 'Soy traductor jurado alemán-español', 'Jurista alemana, derecho mercantil'],
    ['the words of an abbreviation, one in the plural', 'Anyone doing search engines optimisation?', 'SEO for small shops', 'Engine repairs for boats'],
    ['dative of künstliche Intelligenz, offered in English', 'Wer hilft uns mit künstlicher Intelligenz im Büro?', 'I show teams how to use AI tools', 'Künstlerin, ich male eure Büros aus'],
  ],
  'need and context': [
    ['a photographer for a bakery is no baker', 'We need a photographer for our bakery', 'Food and product photographer', 'Baker, fresh bread and rolls every morning'],
    ['a bookkeeper for a yoga school is no yoga teacher', 'Suche Buchhalter für meine Yogaschule', 'Buchhaltung für Selbstständige', 'Yogalehrerin, Vinyasa und Yin'],
    ['a web designer for a dental clinic is no dentist', 'Busco diseñador web para mi clínica dental', 'Hago páginas web', 'Dentista, primera visita gratis'],
    ['a lawyer who asks needs no lawyer', 'As a lawyer I need somebody who cleans my office', 'Office cleaning, evenings and weekends', 'Lawyer for labour law'],
    ['the journey is only the occasion', 'Need someone to water my plants while I travel', 'Happy to look after plants and post while you are away', 'Travel agent, I plan your trips'],
  ],
  direction: [
    ['who seeks the same gives nothing', 'Suche Klavierunterricht', 'Gebe Klavierunterricht für Erwachsene', 'Ich gebe Nachhilfe in Deutsch. Außerdem suche ich Klavierunterricht für meine Tochter.'],
    ['also looking for a mentor', 'Looking for a mentor in product management', 'Product lead, glad to mentor', 'I design logos. I am also looking for a mentor in product management.'],
    ['también busco', 'Busco piso compartido en el centro', 'Alquilo habitación en piso compartido', 'Doy clases de francés. También busco piso compartido en el centro.'],
    [
      'a learner is no teacher',
      'Ich möchte Portugiesisch lernen',
      'Muttersprachlerin, ich bringe dir Portugiesisch bei',
      'Gebe Klavierstunden. Ich suche selbst jemanden, der mir Portugiesisch beibringt.',
    ],
  ],
  negation: [
    [
      'keine Versicherungsvertreter',
      'Suche Rat zur Altersvorsorge, bitte keine Versicherungsvertreter',
      'Honorarberaterin für Altersvorsorge, unabhängig',
      'Versicherungsvertreter, ich verkaufe private Rentenversicherungen',
    ],
    ['every dance but one', 'Ich suche einen Tanzkurs für Paare, bitte kein Salsa', 'Walzer und Foxtrott für Paare', 'Salsakurs für Paare'],
    ['without gluten, on both sides', 'Kuchen ohne Gluten fürs Sommerfest', 'Backe glutenfreie Torten', 'Weizenbrot und Brötchen aus Sauerteig'],
    [
      'nobody here speaks Spanish: that is the need',
      'Nobody here speaks Spanish and we have to call the town hall',
      'Native Spanish speaker, I make phone calls for you',
      'Town hall history tours in English',
    ],
    ['having no plan is wanting one', 'Ich habe noch keinen Businessplan', 'Ich schreibe mit dir den Businessplan', 'Business-Englisch für den Beruf'],
  ],
  place: [
    ['the same town before another', 'Babysitter in Leipzig gesucht', 'Babysitterin in Leipzig', 'Babysitterin in Hamburg'],
    ['a quarter is in its town', 'Spanish lessons in Valencia', 'Clases de español en Ruzafa', 'Clases de español en Sevilla'],
    ['a neighbouring town before the far end of the country', 'Busco entrenador personal en Málaga', 'Entrenador personal en Marbella', 'Entrenador personal en Bilbao'],
    ['online, the trade counts and not the town', 'Suche Logopädin in Freiburg, gern auch online', 'Logopädin in Kiel, Videosprechstunde', 'Sprecherin für Hörbücher aus Freiburg'],
    ['remote goes anywhere', 'Looking for a Python tutor, I live in Dublin', 'Python tutoring, remote, based in Madrid', 'Python tutoring at my kitchen table in Madrid'],
  ],
  level: [
    ['beginners', 'Chess for a complete beginner', 'Chess lessons for beginners', 'Chess training for advanced tournament players'],
    ['Anfänger', 'Suche Gitarrenunterricht, bin Anfänger', 'Gitarrenunterricht für Anfänger', 'Gitarrenunterricht für Fortgeschrittene'],
    ['avanzado', 'Quiero clases de inglés avanzado', 'Inglés nivel avanzado, preparación C1', 'Inglés para principiantes desde cero'],
  ],
  abbreviations: [
    ['DSGVO is GDPR', 'Ist unsere Webseite DSGVO-konform?', 'GDPR consultant, privacy policies and cookie banners', 'Web designer, fresh looks for old sites'],
    ['GDPR is RGPD', 'Need help with GDPR', 'Protección de datos y RGPD para pymes', 'Recupero datos de discos duros'],
    ['RRHH is HR', 'Busco a alguien de RRHH para una pyme', 'HR generalist, contracts and onboarding', 'Public relations for small firms'],
    ['PV is solar power', 'Lohnt sich PV auf unserem Dach?', 'Solaranlagen: Planung und Montage', 'Dachdecker, Ziegel und Rinnen'],
  ],
  'gendered forms': [
    ['Zahnärztin and Zahnarzt', 'Suche eine Zahnärztin', 'Zahnarzt mit freien Terminen', 'Tierarzt mit freien Terminen'],
    ['the star is no interior', 'Wir suchen Programmierer*innen', 'Programmiererin, Java und Kotlin', 'Innenarchitektin, gestalte innen und außen'],
    ['abogada and abogado', 'Busco abogada laboralista', 'Abogado laboralista, despidos y contratos', 'Abogado de familia, divorcios'],
    ['the colon', 'Steuerberater:in gesucht', 'Steuerberaterin mit freien Kapazitäten', 'Reiseberaterin für Fernreisen'],
  ],
};

/** Not yet understood. A gap that closes fails here, and its line moves up. */
const KNOWN_GAPS: Readonly<Record<string, readonly Case[]>> = {
  'other words in one language': [
    [
      'feeding is looking after',
      'Ich brauche jemanden, der meine Katze füttert, wenn ich verreise',
      'Tierbetreuung bei euch daheim, auch am Wochenende',
      'Ich fotografiere Katzen und Hunde im Studio',
    ],
    ['keeping the accounts is bookkeeping', 'Necesito que alguien me lleve las cuentas de mi tienda', 'Contable para autónomos y pequeños comercios', 'Diseño escaparates para tiendas'],
  ],
  'across languages': [['Spanish ask, English offer', 'Quiero vender mis productos por internet', 'I set up online shops', 'I repair home internet connections']],
  'need and context': [
    [
      'what the writer is stands before the need',
      'Ich bin Schreiner und suche jemanden, der mir Rechnungen schreibt',
      'Büroservice: Rechnungen, Mahnungen, Ablage',
      'Schreinerei, Tische und Regale nach Maß',
    ],
  ],
  negation: [
    ['sin intermediarios', 'Quiero comprar una casa, sin intermediarios', 'Vendo mi casa con jardín, trato directo', 'Intermediario inmobiliario, le encuentro la casa que quiere comprar'],
    ['no recruiters please', 'Looking for a new job in marketing, no recruiters please', 'Our team is hiring a marketing manager', 'Recruiter, I place marketing people'],
  ],
};

/** Asks for which every one of the offers must stay below the threshold. */
type Silence = readonly [reason: string, ask: string, offers: readonly string[]];

const EVERYDAY_OFFERS = [
  'Physiotherapist, I treat neck and spine pain',
  'Tierbetreuung bei euch daheim, auch am Wochenende',
  'Contable para autónomos y pequeños comercios',
  'I set up online shops',
  'Anwältin für Mietrecht',
  'Doy clases de guitarra para principiantes',
  'Fotografin, begleite eure Hochzeit',
  'SEO for small shops',
  'Jardinero: poda de árboles y setos',
  'Ich repariere Nähmaschinen',
  'Product lead, glad to mentor',
  'Büroservice: Rechnungen, Mahnungen, Ablage',
];

const SILENT: readonly Silence[] = [
  ['insurance agents were refused', 'Suche Rat zur Altersvorsorge, bitte keine Versicherungsvertreter', ['Versicherungsvertreter, ich verkaufe private Rentenversicherungen']],
  ['salsa was refused', 'Ich suche einen Tanzkurs für Paare, bitte kein Salsa', ['Salsakurs für Paare']],
  ['brokers were refused', 'Quiero comprar una casa, sin intermediarios', ['Intermediario inmobiliario, le encuentro la casa que quiere comprar']],
  ['nice people are no topic', 'Ich suche nette Leute', EVERYDAY_OFFERS],
  ['help with what?', 'I need help', EVERYDAY_OFFERS],
  ['which project?', 'Necesito ayuda con un proyecto', EVERYDAY_OFFERS],
  ['big words without a need', 'Looking for new opportunities, inspiration and growth', EVERYDAY_OFFERS],
  ['exchange about what?', 'Wer hat Lust auf Austausch?', EVERYDAY_OFFERS],
  ['anything interesting', 'Busco algo interesante', EVERYDAY_OFFERS],
  ['no words at all', 'asdf qwer jklö', EVERYDAY_OFFERS],
  ['recruiters were refused', 'Looking for a new job in marketing, no recruiters please', ['Recruiter, I place marketing people']],
];

/** Heard although silence were right: what is refused, or only the context, is told apart from a better offer, but not yet left out. */
const KNOWN_NOISE: readonly Silence[] = [
  ['the bakery is where, not what', 'A photographer for our bakery and pastry shop with a café in Leipzig', ['Bakery and pastry shop with a café in Leipzig']],
  ['a cat is to be fed, not photographed', 'Suche jemanden, der meine Katze füttert', ['Ich fotografiere Katzen']],
];

const resources = loadEngineResources();
const analyzer = new Analyzer(resources.knowledge);
const engineWith = (...offers: readonly string[]): Engine => {
  const engine = new Engine(analyzer, resources.weights);
  offers.forEach((text, i) => engine.put({ id: `offer-${i}`, owner: `giver-${i}`, kind: 'offer', text }));
  return engine;
};
/** How much better the odds of the helpful offer must be: of two that are nearer, the next fitting of the weights decides. */
const CLEARLY = 1.25;
const oddsOf = (affinity: number): number => affinity / (1 - affinity);
const askOf = (text: string): Statement => ({ id: 'ask', owner: 'asker', kind: 'ask', text });
const linesOf = (table: Readonly<Record<string, readonly Case[]>>) => Object.entries(table).flatMap(([capability, cases]) => cases.map((one) => [capability, ...one] as const));

function expectUnderstood(ask: string, helpful: string, other: string): void {
  const affinities = new Map(
    engineWith(helpful, other)
      .rank(askOf(ask), { top: 2, threshold: 0 })
      .map(({ offerId, affinity }) => [offerId, affinity]),
  );
  expect(oddsOf(affinities.get('offer-0')!)).toBeGreaterThan(CLEARLY * oddsOf(affinities.get('offer-1')!));
}

describe('the engine understands', () => {
  test.each(linesOf(UNDERSTOOD))('%s: %s', (_capability, _reason, ask, helpful, other) => expectUnderstood(ask, helpful, other));

  test.failing.each(linesOf(KNOWN_GAPS))('not yet, %s: %s', (_capability, _reason, ask, helpful, other) => expectUnderstood(ask, helpful, other));
});

function expectSilence(ask: string, offers: readonly string[]): void {
  const heard = engineWith(...offers).rank(askOf(ask), { top: offers.length });
  expect(heard.map(({ offer, affinity }) => `${offer.text} (${affinity.toFixed(2)})`)).toEqual([]);
}

describe('the engine keeps silent', () => {
  test.each(SILENT)('%s', (_reason, ask, offers) => expectSilence(ask, offers));

  test.failing.each(KNOWN_NOISE)('not yet: %s', (_reason, ask, offers) => expectSilence(ask, offers));
});

describe('giving comes first', () => {
  const given: Statement = { id: 'given', owner: 'asker', kind: 'offer', text: 'Ich repariere Fahrräder' };
  const wanted: Statement = { id: 'wanted', owner: 'neighbour', kind: 'ask', text: 'Mein Fahrrad hat einen Platten, wer repariert es?' };
  const figures = (hits: readonly { askId: string; offerId: string; affinity: number }[]) => hits.map(({ askId, offerId, affinity }) => [askId, offerId, affinity]);

  test('what the asker could give back moves no offer for the ask', () => {
    const ask = askOf('Suche jemanden, der meine Katze füttert');
    const engine = engineWith(...EVERYDAY_OFFERS);
    const before = figures(engine.rank(ask, { top: EVERYDAY_OFFERS.length, threshold: 0 }));
    engine.put(given);
    engine.put({ id: 'given-too', owner: 'asker', kind: 'offer', text: 'Füttere gern eure Katzen, wenn ihr verreist' });
    expect(figures(engine.rank(ask, { top: EVERYDAY_OFFERS.length, threshold: 0 }))).toEqual(before);
  });

  test('what the giver looks for moves no ask for the offer', () => {
    const engine = engineWith();
    engine.put(given);
    engine.put(wanted);
    const before = figures(engine.suggest('asker', { most: 3 }).give);
    expect(before).toHaveLength(1);
    engine.put(askOf('Mein Rad ist kaputt'));
    expect(figures(engine.suggest('asker', { most: 3 }).give)).toEqual(before);
  });

  test('a poorer gift stands before a better help received', () => {
    const engine = engineWith('Ich gebe Klavierunterricht für Anfänger');
    engine.put(given);
    engine.put(wanted);
    engine.put(askOf('Ich suche Klavierunterricht für Anfänger'));
    const suggested = engine.suggest('asker', { most: 3 });
    const { give, receive } = suggested;
    expect(Object.keys(suggested).slice(0, 2)).toEqual(['give', 'receive']);
    expect(give.map(({ askId }) => askId)).toEqual(['wanted']);
    expect(receive.map(({ offerId }) => offerId)).toEqual(['offer-0']);
    expect(give[0]!.affinity).toBeLessThan(receive[0]!.affinity);
  });
});
