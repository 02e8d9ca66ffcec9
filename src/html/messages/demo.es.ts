/** The door of the fictional network. */
export const demoEs = {
  'demo.look': 'Curiosear en una red inventada',
  'demo.as': 'Mirar como',
  'demo.lead': 'Todas las personas de aquí son inventadas. Miras con sus ojos, pulsas lo que pulsarían y lees en el buzón lo que les llegaría.',
  'demo.start': 'Empieza por aquí',
  'demo.giver': '{name} podría ayudar a {other} con una presentación para inversores.',
  'demo.asker': 'A {name} se le preguntará, y puede decir que sí.',
  'demo.host': '{name} prepara los encuentros y revisa las rondas.',
  'demo.everybody': 'Todo el mundo',
  'demo.mailbox': 'El buzón: cada correo que habría salido',
  'demo.design': 'De qué están hechas las páginas',
};
