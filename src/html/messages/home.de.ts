export const homeDe = {
  'home.hello': 'Schön, dass du da bist, {name}',
  'home.lead': 'Fang mit dem an, was du geben kannst. Nichts ist entschieden, bevor du drückst, und von einem „Gerade nicht“ erfährt niemand.',
  'home.why.give': 'Warum du: Du bietest',
  'home.why.receive': 'Es trifft, was du suchst',
  'home.open': 'Unterwegs',
  'home.all': 'Alle deine Vorstellungen',
  'introductions.past': 'Vergangenes',
  'home.more': 'Zu den anderen Vorschlägen',
  'home.demo': 'Du siehst als {name} · mit anderen Augen sehen',
};
