/** One part of a message: its header fields by lower-case name, unfolded, and its body, decoded from its transfer encoding. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>;
  /** Such as `text/plain`, in lower case. */
  readonly type: string;
  readonly body: Buffer;
}

/** Deeper than any report nests. */
const DEEPEST = 8;

/** The leaves of a MIME message (RFC 2045, 2046), in their order; of a message within the message, its own leaves after a part that holds its header. */
export function partsOf(message: Buffer, depth = 0): Part[] {
  const [headers, content] = split(message);
  const { value: type, parameters } = structured(headers.get('content-type') ?? 'text/plain');
  const body = decoded(content, headers.get('content-transfer-encoding') ?? '');
  const boundary = parameters.get('boundary');
  if (depth >= DEEPEST) return [];
  if (type.startsWith('multipart/') && boundary !== undefined) return between(content, boundary).flatMap((part) => partsOf(part, depth + 1));
  return [{ headers, type, body }, ...(type === 'message/rfc822' ? partsOf(body, depth + 1) : [])];
}

export function headersOf(message: Buffer): ReadonlyMap<string, string> {
  return split(message)[0];
}

/** Text of a part in its charset; bytes that do not fit are replaced. */
export function textOf({ headers, body }: Part): string {
  const charset = structured(headers.get('content-type') ?? '').parameters.get('charset') ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return body.toString('latin1');
  }
}

function split(message: Buffer): [ReadonlyMap<string, string>, Buffer] {
  const text = message.toString('latin1');
  const end = /\r?\n\r?\n/u.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  return [fieldsOf(head), end ? message.subarray(end.index + end[0].length) : Buffer.alloc(0)];
}

/** The first of each name; continued lines are joined. */
export function fieldsOf(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.replaceAll(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

function structured(field: string): { value: string; parameters: ReadonlyMap<string, string> } {
  const [value = '', ...rest] = field.split(';');
  const parameters = rest.map((part): [string, string] => {
    const [name = '', ...text] = part.split('=');
    return [name.trim().toLowerCase(), text.join('=').trim().replaceAll(/^"|"$/gu, '')];
  });
  return { value: value.trim().toLowerCase(), parameters: new Map(parameters) };
}

function between(content: Buffer, boundary: string): Buffer[] {
  const text = content.toString('latin1');
  const parts: Buffer[] = [];
  let start = -1;
  for (let at = text.indexOf(`--${boundary}`); at >= 0; at = text.indexOf(`--${boundary}`, at + 1)) {
    if (at > 0 && text[at - 1] !== '\n') continue;
    const lineEnd = text.indexOf('\n', at);
    const end = text[at - 2] === '\r' ? at - 2 : at - 1;
    if (start >= 0) parts.push(content.subarray(start, Math.max(start, end)));
    const isLast = text.startsWith('--', at + boundary.length + 2);
    start = lineEnd < 0 || isLast ? -1 : lineEnd + 1;
    if (isLast) break;
  }
  // A report that was cut off still tells what it tells.
  if (start >= 0) parts.push(content.subarray(start));
  return parts;
}

function decoded(content: Buffer, encoding: string): Buffer {
  const text = content.toString('latin1');
  if (/^base64$/iu.test(encoding)) return Buffer.from(text, 'base64');
  if (!/^quoted-printable$/iu.test(encoding)) return content;
  const joined = text.replaceAll(/=[ \t]*\r?\n/gu, '');
  return Buffer.from(
    joined.replaceAll(/=([0-9A-F]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}
