/** The first page of a member. */
export const homeEn = {
  'home.hello': 'Good to see you, {name}',
  'home.lead': 'Start with what you can give. Nothing is decided before you press, and nobody hears of a “not now”.',
  'home.why.give': 'Why you: you offer',
  'home.why.receive': 'It meets what you look for',
  'home.open': 'Under way',
  'home.all': 'All your introductions',
  'introductions.past': 'Past',
  'home.more': 'To the other suggestions',
  'home.demo': 'Looking as {name} · look as somebody else',
};
