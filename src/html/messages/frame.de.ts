export const frameDe = {
  'nav.name': 'Hauptwege',
  'nav.skip': 'Zum Inhalt',
  'nav.home': 'Start',
  'nav.statements': 'Ich suche, ich biete',
  'nav.meetups': 'Treffen',
  'nav.introductions': 'Vorstellungen',
  'nav.settings': 'Einstellungen',
  'nav.rounds': 'Runden',
  'footer.promise': 'Gern gegeben. Niemand zählt mit.',
};
