export const frameEs = {
  'nav.name': 'Principal',
  'nav.skip': 'Ir al contenido',
  'nav.home': 'Inicio',
  'nav.statements': 'Busco y ofrezco',
  'nav.meetups': 'Encuentros',
  'nav.introductions': 'Presentaciones',
  'nav.settings': 'Ajustes',
  'nav.rounds': 'Rondas',
  'footer.promise': 'Se da con gusto. Nadie lleva la cuenta.',
};
