import type { Feed } from './feed.ts';

/** As a server of WordPress numbers the pages of a feed. */
const PAGE = 'paged';

/**
 * Where the entries lie that are older than those of this document: its archive (RFC 5005 §4), its next page (§3, JSON Feed), or of
 * WordPress, which names none, the page by the next number; null where nobody says.
 */
export function olderPage(
  { olderLink, generator }: Pick<Feed, 'olderLink' | 'generator'>,
  url: string,
): string | null {
  if (olderLink !== null) return olderLink;
  if (!/wordpress/i.test(`${generator?.name ?? ''} ${generator?.url ?? ''}`)) return null;
  const next = URL.parse(url);
  if (next === null) return null;
  next.searchParams.set(PAGE, String(Math.max(1, Number(next.searchParams.get(PAGE)) || 1) + 1));
  return next.href;
}
