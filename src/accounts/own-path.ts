const HERE = 'http://here.invalid';

/** The path when it stays on this install, `/` else: nobody is led elsewhere by what stands in an address. */
export function ownPath(wish: unknown): string {
  if (typeof wish !== 'string' || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/u.test(wish) || !URL.canParse(wish, HERE)) return '/';
  const { origin, pathname, search } = new URL(wish, HERE);
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : '/';
}
