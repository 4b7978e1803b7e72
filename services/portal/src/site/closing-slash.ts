/**
 * Where an address with slashes at its end leads, on this site; undefined where it has none. No pattern: one that has to try each
 * slash anew takes minutes over an address of slashes. Browsers take `\` for `/`, and `//host` for another site.
 */
export function withoutClosingSlash(address: string): string | undefined {
  const mark = address.indexOf('?');
  const path = mark < 0 ? address : address.slice(0, mark);
  let from = 0;
  while (path[from] === '/' || path[from] === '\\') from += 1;
  let to = path.length;
  while (to > from && path[to - 1] === '/') to -= 1;
  if (to === path.length || to === from) return undefined;
  return `/${path.slice(from, to)}${address.slice(path.length)}`;
}
