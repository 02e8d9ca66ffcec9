/** More than any form of ours has. */
const MOST_PARTS = 20;
const BLANK_LINE = Buffer.from('\r\n\r\n');

/**
 * The parts of a form with files (multipart/form-data, RFC 7578), by name of the field; of several with one name the last.
 * What is no such form has none. The limit of the body is the server's.
 */
export function formParts(body: unknown, contentType: string | undefined): ReadonlyMap<string, Buffer> {
  const parts = new Map<string, Buffer>();
  const boundary = /^multipart\/form-data;.*\bboundary="?([^";\s]{1,70})"?/iu.exec(contentType ?? '')?.[1];
  if (boundary === undefined || !Buffer.isBuffer(body)) return parts;
  const fence = Buffer.from(`--${boundary}`);
  let at = body.indexOf(fence);
  while (at >= 0 && parts.size < MOST_PARTS) {
    const from = at + fence.length + 2;
    const end = body.indexOf(fence, from);
    const head = body.indexOf(BLANK_LINE, from);
    if (end < 0 || head < 0 || head > end) break;
    const name = /\bname="([^"]{1,80})"/u.exec(body.toString('latin1', from, head))?.[1];
    // A line break belongs to the fence that follows.
    if (name !== undefined) parts.set(name, body.subarray(head + BLANK_LINE.length, end - 2));
    at = end;
  }
  return parts;
}
