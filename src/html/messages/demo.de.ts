/** The door of the fictional network. */
export const demoDe = {
  'demo.look': 'In einem erfundenen Netzwerk umsehen',
  'demo.as': 'Ansehen als',
  'demo.lead': 'Alle Menschen hier sind erfunden. Du siehst mit ihren Augen, drückst, was sie drücken würden, und liest im Postfach, was sie hören würden.',
  'demo.start': 'Fang hier an',
  'demo.giver': '{name} könnte {other} mit einem Pitchdeck für Investoren helfen.',
  'demo.asker': '{name} wird gefragt und kann Ja sagen.',
  'demo.host': '{name} bereitet die Treffen vor und schaut die Runden durch.',
  'demo.everybody': 'Alle',
  'demo.mailbox': 'Das Postfach: jede Mail, die hinausgegangen wäre',
  'demo.design': 'Woraus die Seiten gemacht sind',
};
