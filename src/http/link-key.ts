/** What the address of a form ends with, so that the link of a mail stays good for the press that follows: `?key=…`, or nothing without a link. */
export function keyQuery(key: string | undefined): string {
  return key === undefined ? '' : `?key=${encodeURIComponent(key)}`;
}
