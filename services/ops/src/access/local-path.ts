/** Where to go after the login: a path of this site and nothing else, so that no link leads away. */
export function localPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.startsWith('/login')) {
    return '/';
  }
  const url = URL.parse(wanted, 'http://here.invalid');
  return url?.host === 'here.invalid' ? url.pathname + url.search : '/';
}
