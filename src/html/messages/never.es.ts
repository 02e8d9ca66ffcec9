export const neverEs = {
  'never.lead': 'Nunca se os sugiere, ni se os presenta, ni se os junta en un encuentro. Vale en silencio: nadie se entera, y esta página solo la ves tú.',
  'never.none': 'Nadie. Ojalá siga así.',
  'never.who': '¿Con quién no quieres coincidir aquí?',
  'never.who.hint': 'Nombre y apellido, o dirección de correo. Vale tanto si la persona está aquí como si no, y también si llega más tarde. Cuál de las dos cosas es, no lo decimos.',
  'never.who.short': 'Nombre y apellido, por favor: un nombre solo nombra a muchos.',
  'never.add': 'Mantenernos aparte',
  'never.unnamed': 'Alguien cuyo nombre no has visto',
  'never.known': 'A quienes ya conoces',
  'never.known.lead': 'Contestaste «Ya nos conocemos». No se os sugiere, porque a vosotros no hace falta presentaros.',
  'never.known.none': 'Nadie todavía.',
  'never.done.added': 'Anotado. Vale desde ahora, y nadie se entera.',
  'never.done.taken-back': 'Retirado. Desde ahora el azar vuelve a tener voz.',
};
