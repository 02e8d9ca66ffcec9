import type { MessageKey } from './en.js';

export const es: Record<MessageKey, string> = {
  'reason.give': '{name} busca «{ask}» y tú ofreces «{offer}»{concept, select, none {} other { ({concept})}}.',
  'reason.receive': '{name} ofrece «{offer}» y tú buscas «{ask}»{concept, select, none {} other { ({concept})}}.',
  'page.title': 'Gern: primero dar',
  'page.lead': 'Aquí cada persona cuenta qué busca y qué ofrece. Gern te muestra a quién puedes ayudar y, después, quién te ayudaría con gusto.',
  'page.choose': 'Ver como',
  'page.show': 'Mostrar',
  'page.give': 'Podrías ayudar aquí',
  'page.receive': 'Te ayudarían con gusto',
  'page.surprise': 'Una sorpresa',
  'page.surprise.lead': 'Una coincidencia lejana: el azar también merece su sitio.',
  'page.asks': '{name} busca',
  'page.offers': '{name} ofrece',
  'page.you.offer': 'Tú ofreces',
  'page.you.ask': 'Tú buscas',
  'page.silence.give': 'De momento nadie busca lo que ofreces. Lo que más ayuda es otra oferta concreta: una herramienta que dominas, una puerta que puedes abrir, media hora de tu tiempo.',
  'page.silence.receive': 'De momento no encaja nadie. Cuenta para quién, para qué y hasta cuándo: así alguien se reconocerá.',
  'page.empty': 'Todavía no hay nadie. Los primeros miembros llegan por la API o con la demo.',
  'intros.guest.give': 'A quién puedes ayudar',
  'intros.guest.receive': 'Quién puede ayudarte',
  'intros.nobody': 'de momento nadie encaja',
  'intros.summary':
    '{read, plural, one {# fila leída} other {# filas leídas}}, {merged, plural, one {# invitado unido} other {# invitados unidos}}, {skipped, plural, one {# fila omitida} other {# filas omitidas}}, {warnings, plural, one {# aviso} other {# avisos}}.',
  'demo.best': 'Las cinco mejores presentaciones del día',
  'demo.line': '{giver} puede ayudar a {asker}',
};
