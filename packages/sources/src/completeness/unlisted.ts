/** An address that a sitemap or a front page shows. */
export interface Shown {
  readonly address: string;
  /** When it says it is from, epoch ms. */
  readonly at: number;
}

/** What a feed showed when it was last read. */
export interface Reading {
  /** Epoch ms. */
  readonly at: number;
  /** Identities of its entries' addresses. */
  readonly keys: { has(key: string): boolean };
  /** How far back it reaches: the time of its oldest entry. */
  readonly reachesTo: number;
}

/** News is entered in a feed and a sitemap by jobs of their own: so late one may be. */
const GRACE_MS = 5 * 60_000;

/**
 * What feeds should have shown and did not: shown elsewhere, older than their last reading by some minutes, and not so old that
 * one of them no longer reaches there.
 */
export function unlistedOf(
  elsewhere: readonly Shown[],
  feeds: readonly Reading[],
  keyOf: (address: string) => string,
): readonly Shown[] {
  if (feeds.length === 0) return [];
  const until = Math.min(...feeds.map(({ at }) => at)) - GRACE_MS;
  const from = Math.max(...feeds.map(({ reachesTo }) => reachesTo));
  return elsewhere.filter(({ address, at }) => {
    if (at > until || at < from) return false;
    const key = keyOf(address);
    return !feeds.some(({ keys }) => keys.has(key));
  });
}
