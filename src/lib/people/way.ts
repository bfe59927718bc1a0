/**
 * Where to go after signing in: only a path of our own, never another site's address.
 * @param wanted as it came with the request
 * @returns the path, or undefined when it is not one of ours
 */
export function ownPath(wanted: string | null | undefined): string | undefined {
  if (!wanted || wanted.length > 1000 || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(wanted)) return undefined;
  const url = new URL(wanted, 'http://own.invalid');
  // "/.//elsewhere" is a path until its dots are gone: what is left must not begin as another site's address does.
  return url.host === 'own.invalid' && !url.pathname.startsWith('//') ? url.pathname + url.search : undefined;
}
