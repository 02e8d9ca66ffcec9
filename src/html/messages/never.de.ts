export const neverDe = {
  'never.lead': 'Ihr werdet einander nie vorgeschlagen, nie vorgestellt und bei keinem Treffen zusammengebracht. Das gilt still: Niemand erfährt davon, und diese Seite siehst nur du.',
  'never.none': 'Niemand. Möge es so bleiben.',
  'never.who': 'Wem magst du hier nicht begegnen?',
  'never.who.hint': 'Vor- und Nachname oder Mailadresse. Es gilt, ob der Mensch hier ist oder nicht, und auch, wenn er erst später kommt. Welches von beidem, sagen wir nicht.',
  'never.who.short': 'Bitte Vor- und Nachnamen: Ein Vorname allein meint viele.',
  'never.add': 'Auseinanderhalten',
  'never.unnamed': 'Jemand, dessen Namen du nicht gesehen hast',
  'never.known': 'Die du schon kennst',
  'never.known.lead': 'Du hast „Wir kennen uns“ geantwortet. Ihr werdet einander nicht vorgeschlagen, denn euch muss niemand vorstellen.',
  'never.known.none': 'Noch niemand.',
  'never.done.added': 'Notiert. Es gilt ab jetzt, und niemand erfährt davon.',
  'never.done.taken-back': 'Zurückgenommen. Ab jetzt darf wieder der Zufall mitreden.',
};
