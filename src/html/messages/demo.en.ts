/** The door of the fictional network. */
export const demoEn = {
  'demo.look': 'Look around in a fictional network',
  'demo.as': 'Look as',
  'demo.lead': 'All people here are invented. You look through their eyes, press what they would press, and see in the mailbox what they would hear.',
  'demo.start': 'Start here',
  'demo.giver': '{name} could help {other} with an investors’ pitch deck.',
  'demo.asker': '{name} will be asked, and can say yes.',
  'demo.host': '{name} prepares the meetups and looks over the rounds.',
  'demo.everybody': 'Everybody',
  'demo.mailbox': 'The mailbox: every mail that would have left',
  'demo.design': 'How the pages are made',
};
