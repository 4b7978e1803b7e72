/** Where to go after the login: a path of this site and nothing else, so that no link leads away. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/')) return '/';
  const url = URL.parse(wanted, 'http://here.invalid');
  if (url?.origin !== 'http://here.invalid') return '/';
  // As a browser will read it: `/.//host` has become `//host`, another site.
  const path = url.pathname + url.search;
  return /^\/(?:[/\\]|login(?:[/?]|$))/.test(path) ? '/' : path;
}
