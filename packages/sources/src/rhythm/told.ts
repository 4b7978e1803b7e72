/** So many entries have to be told before polls find them, until anybody is believed. */
export const FIRST_BELIEVED = 5;
/** How many times rarer a feed is asked at the most, because others tell what it will show. */
const MOST_TRUST = 16;
/** More would take no longer to lose. */
const MOST_TOLD = 4 * MOST_TRUST;

/**
 * How many times rarer a feed may be asked of whose entries so many were told first, by its hub or by another feed or sitemap: 1
 * where nobody is believed. Who stops telling costs delay then, and no entry: what a feed shows still bounds the pause.
 */
export function trustOf(told: number): number {
  return told < FIRST_BELIEVED ? 1 : Math.min(told / 2, MOST_TRUST);
}

/** After a hub has told some more. */
export function toldMore(told: number, added: number): number {
  return Math.min(told + added, MOST_TOLD);
}

/**
 * After a poll: it found some that nobody had told (`added`), and some that others had shown first. One that nobody told may
 * have been on its way; several, where as many were not told elsewhere, are a hub that has died.
 */
export function toldBy(
  told: number,
  { added, elsewhere = 0 }: { readonly added: number; readonly elsewhere?: number | undefined },
): number {
  const now = toldMore(told, elsewhere);
  if (added === 0) return now;
  return added === 1 || elsewhere >= added ? Math.floor(now / 2) : 0;
}
