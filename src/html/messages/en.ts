/** ICU messages. The keys of this file are those of every language. */
export const en = {
  'reason.give': '{name} asks for “{ask}” – you offer “{offer}”{concept, select, none {} other { ({concept})}}.',
  'reason.receive': '{name} offers “{offer}” – you ask for “{ask}”{concept, select, none {} other { ({concept})}}.',
  'page.title': 'Gern – giving first',
  'page.lead': 'People write what they look for and what they offer. Gern shows whom you can help, and then who would gladly help you.',
  'page.choose': 'Look as',
  'page.show': 'Show',
  'page.give': 'You could help',
  'page.receive': 'People who would gladly help you',
  'page.surprise': 'A surprise',
  'page.surprise.lead': 'A weak tie, shown because chance deserves its place.',
  'page.asks': '{name} looks for',
  'page.offers': '{name} offers',
  'page.you.offer': 'You offer',
  'page.you.ask': 'You look for',
  'page.silence.give': 'Nobody’s ask fits what you offer yet. A second, concrete offer helps most: a tool you master, a door you can open, half an hour of your time.',
  'page.silence.receive': 'Nobody fits yet. Say for whom, for what and by when you need it, and people will recognise themselves.',
  'page.empty': 'Nobody is here yet. The first members come by the API or the demo.',
  'intros.guest.give': 'Whom you can help',
  'intros.guest.receive': 'Who can help you',
  'intros.nobody': 'nobody fits yet',
  'intros.summary':
    '{read, plural, one {# row read} other {# rows read}}, {merged, plural, one {# guest merged} other {# guests merged}}, {skipped, plural, one {# row skipped} other {# rows skipped}}, {warnings, plural, one {# warning} other {# warnings}}.',
  'demo.best': 'The five best introductions of the day',
  'demo.line': '{giver} can help {asker}',
} as const;

export type MessageKey = keyof typeof en;
