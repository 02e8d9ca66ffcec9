import type { MessageKey } from './en.js';

export const de: Record<MessageKey, string> = {
  'reason.give': '{name} sucht „{ask}“ – du bietest „{offer}“{concept, select, none {} other { ({concept})}}.',
  'reason.receive': '{name} bietet „{offer}“ – du suchst „{ask}“{concept, select, none {} other { ({concept})}}.',
  'page.title': 'Gern – erst geben',
  'page.lead': 'Hier schreiben Menschen, was sie suchen und was sie bieten. Gern zeigt dir, wem du helfen kannst, und dann, wer dir gern hilft.',
  'page.choose': 'Ansehen als',
  'page.show': 'Zeigen',
  'page.give': 'Hier könntest du helfen',
  'page.receive': 'Diese Menschen helfen dir gern',
  'page.surprise': 'Eine Überraschung',
  'page.surprise.lead': 'Eine lose Verbindung – weil auch der Zufall seinen Platz verdient.',
  'page.asks': '{name} sucht',
  'page.offers': '{name} bietet',
  'page.you.offer': 'Du bietest',
  'page.you.ask': 'Du suchst',
  'page.silence.give':
    'Noch sucht niemand, was du bietest. Am meisten hilft ein zweites, greifbares Angebot: ein Werkzeug, das du beherrschst, eine Tür, die du öffnen kannst, eine halbe Stunde deiner Zeit.',
  'page.silence.receive': 'Noch passt niemand. Schreib dazu, für wen, wofür und bis wann – dann erkennt sich jemand darin wieder.',
  'page.empty': 'Noch ist niemand hier. Die ersten Mitglieder kommen über die Schnittstelle oder die Demo.',
  'intros.guest.give': 'Wem du helfen kannst',
  'intros.guest.receive': 'Wer dir helfen kann',
  'intros.nobody': 'noch passt niemand',
  'intros.summary':
    '{read, plural, one {# Zeile gelesen} other {# Zeilen gelesen}}, {merged, plural, one {# Gast zusammengeführt} other {# Gäste zusammengeführt}}, {skipped, plural, one {# Zeile übergangen} other {# Zeilen übergangen}}, {warnings, plural, one {# Hinweis} other {# Hinweise}}.',
  'demo.best': 'Die fünf besten Vorschläge des Tages',
  'demo.line': '{giver} kann {asker} helfen',
};
