import type { GuestField } from './guest-fields.js';

export type KnownShapeName = 'meetup' | 'luma' | 'eventbrite' | 'pretix' | 'google-forms';

/** How the export of a service looks. Headers are folded: small letters without accents. */
interface KnownShape {
  readonly name: KnownShapeName;
  /** Each must be found among the headers. */
  readonly marks: readonly RegExp[];
  /** The first header that a pattern fits holds the field. */
  readonly columns: Readonly<Partial<Record<GuestField, RegExp>>>;
  /** Fields that this service never exports: a header that sounds like one is something else. */
  readonly lacks: readonly GuestField[];
}

/**
 * Questions that an organizer asks stand in every shape as columns of their own, in the organizer's words; they are told by those words.
 * Luma and Meetup write English headers whatever the organizer's language; Eventbrite, pretix and Google Forms translate theirs.
 */
const SHAPES: readonly KnownShape[] = [
  {
    name: 'luma',
    marks: [/^(?:api_id|guest_id|id)$/u, /^approval_status$/u],
    columns: { name: /^name$/u, givenName: /^first_name$/u, familyName: /^last_name$/u, email: /^email$/u, status: /^approval_status$/u },
    lacks: [],
  },
  {
    name: 'meetup',
    marks: [/^rsvp$/u, /^(?:user id|member id|rsvped on|joined group on|url of member profile)$/u],
    columns: { name: /^name$/u, status: /^rsvp$/u },
    lacks: ['email', 'givenName', 'familyName', 'day'],
  },
  {
    name: 'pretix',
    marks: [
      /^(?:order code|bestellnummer|bestellcode|codigo de(?:l)? pedido)$/u,
      /^(?:attendee name|name des teilnehmers|teilnehmername|name der teilnehmenden person|nombre del asistente|nombre del participante)$/u,
    ],
    columns: {
      name: /^(?:attendee name|name des teilnehmers|teilnehmername|name der teilnehmenden person|nombre del asistente|nombre del participante)$/u,
      email: /^(?:attendee email|e-?mail(?:-adresse)? des teilnehmers|teilnehmer-e-?mail(?:-adresse)?|correo electronico del (?:asistente|participante))$/u,
      company: /^(?:company|firma|empresa)$/u,
      status: /^(?:status|estado)$/u,
    },
    lacks: ['givenName', 'familyName', 'day'],
  },
  {
    name: 'eventbrite',
    marks: [
      /^(?:order (?:#|id|no\.?|number)|bestell(?:ung )?nr\.?|bestellnummer|n\.?o de pedido|numero de pedido)$/u,
      /^(?:attendee status|teilnehmerstatus|estado del asistente|ticket type|tickettyp|ticketart|tipo de entrada)$/u,
    ],
    columns: {
      givenName: /^(?:attendee )?first name$|^vorname$|^nombre$/u,
      familyName: /^(?:attendee )?(?:last name|surname)$|^nachname$|^apellidos?$/u,
      email: /^(?:attendee )?e-?mail$|^e-?mail-adresse$|^correo electronico$/u,
      status: /^(?:attendee status|teilnehmerstatus|estado del asistente)$/u,
      company: /^(?:company|firma|empresa)$/u,
    },
    lacks: ['day'],
  },
  {
    name: 'google-forms',
    marks: [/^(?:timestamp|zeitstempel|marca temporal)$/u],
    columns: { email: /^(?:email address|e-?mail-adresse|direccion de correo electronico|username|nutzername|nombre de usuario)$/u },
    lacks: ['status'],
  },
];

export interface RecognizedShape {
  readonly name: KnownShapeName;
  readonly columns: readonly (readonly [field: GuestField, at: number])[];
  readonly lacks: (field: GuestField) => boolean;
}

/** The service whose export this is, by its folded headers. */
export function recognizeShape(headers: readonly string[]): RecognizedShape | undefined {
  const shape = SHAPES.find(({ marks }) => marks.every((mark) => headers.some((header) => mark.test(header))));
  if (shape === undefined) return undefined;
  const columns = (Object.entries(shape.columns) as [GuestField, RegExp][]).map(([field, pattern]) => [field, headers.findIndex((header) => pattern.test(header))] as const);
  return { name: shape.name, columns: columns.filter(([, at]) => at >= 0), lacks: (field) => shape.lacks.includes(field) };
}
