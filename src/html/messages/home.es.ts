export const homeEs = {
  'home.hello': 'Qué bien verte por aquí, {name}',
  'home.lead': 'Empieza por lo que puedes dar. Nada se decide hasta que pulsas, y nadie se entera de un «ahora no».',
  'home.why.give': 'Por qué tú: ofreces',
  'home.why.receive': 'Responde a lo que buscas',
  'home.open': 'En camino',
  'home.all': 'Todas tus presentaciones',
  'introductions.past': 'Pasadas',
  'home.more': 'Ver las demás sugerencias',
  'home.demo': 'Miras como {name} · mirar con otros ojos',
};
