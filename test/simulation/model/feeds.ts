import type { FeedFacts, Publisher } from '@nashra/sources';
import type { Tx } from '../world/store.ts';
import { verb } from './db.ts';
import { textOfInstant, writtenValue } from './raw-value.ts';
import type { FeedRow, PublisherRow } from './rows.ts';

const feedOf = (tx: Tx, addressId: number) =>
  tx.all<FeedRow>('feed').find((it) => it.address_id === addressId);

export function feedFacts(tx: Tx, addressId: number): FeedFacts | null {
  const feed = feedOf(tx, addressId);
  if (!feed) return null;
  return {
    now: tx.store.now(),
    intervalMs: feed.interval_seconds * 1_000,
    polledAt: feed.last_polled_at,
    successAt: feed.last_success_at,
    entryAt: feed.last_entry_at,
    nextPollAt: textOfInstant(feed.next_poll_at),
    failures: feed.failures,
    shown: feed.entries_seen,
    // Whoever asks a database has a copy of his own.
    rhythm: feed.rhythm && [...feed.rhythm],
    wishes: feed.wishes,
    pace: null,
    overflowAt: feed.overflow_at,
    told: feed.told,
    rules: [],
    shortfall: feed.shortfall && [...feed.shortfall],
    omissions: null,
  };
}

export const readFeedFacts = verb('readFeedFacts', feedFacts);

export const writeFeed = verb(
  'writeFeed',
  async (tx, addressId: number, changes: Readonly<Record<string, unknown>>) => {
    const seen = feedOf(tx, addressId);
    if (!seen) return;
    await tx.lock('feed', seen.id);
    const row = feedOf(tx, addressId);
    if (!row) return;
    const known = Object.entries(changes).filter(([name]) => name in row);
    const values = known.map(([name, value]) => [name, writtenValue(value, row, tx.now)]);
    tx.put('feed', row.id, { ...row, ...Object.fromEntries(values) });
  },
);

export const claimDueFeeds = verb(
  'claimDueFeeds',
  (tx, { limit, aheadMs }: { readonly limit: number; readonly aheadMs: number }) => {
    const due = tx
      .all<FeedRow>('feed')
      .filter((it) => it.state === 'active' && it.next_poll_at <= tx.now + aheadMs)
      .filter((it) => tx.get<PublisherRow>('publisher', it.publisher_id)?.state === 'active')
      .sort((a, b) => a.next_poll_at - b.next_poll_at);
    const claimed: { addressId: number; dueAt: Date }[] = [];
    for (const { id } of due) {
      if (claimed.length === limit) break;
      if (!tx.tryLock('feed', id)) continue;
      const row = tx.get<FeedRow>('feed', id);
      if (!row || row.next_poll_at > tx.now + aheadMs) continue;
      const at = Math.max(tx.now, row.next_poll_at);
      const pause = row.interval_seconds * 1_000 * (0.95 + 0.1 * Math.random());
      const claim = { last_polled_at: at, next_why: 'usual', next_poll_at: at + pause };
      tx.put('feed', id, { ...row, ...claim });
      claimed.push({ addressId: row.address_id, dueAt: new Date(at) });
    }
    return claimed;
  },
);

export const noteMoves = verb('noteMoves', () => {});
export const adoptMoves = verb('adoptMoves', () => 0);
export const noteOmissions = verb('noteOmissions', () => {});

export const readPublisher = verb('readPublisher', (tx, id: number): Publisher | undefined => {
  const row = tx.get<PublisherRow>('publisher', id);
  return row && { ...row, timeZone: 'UTC', language: 'en', rules: null };
});

/** None of the simulated publishers is without a feed. */
export const isPageSource = verb('isPageSource', (_, __: number) => false);

export const pausedPublishers = verb('pausedPublishers', (tx) =>
  tx.all<PublisherRow>('publisher').flatMap((it) => (it.state === 'paused' ? [it.id] : [])),
);

export const readMemory = verb('readMemory', () => undefined);
export const updateMemory = verb('updateMemory', () => {});
export const readGuard = verb('readGuard', () => undefined);
export const isHeld = verb('isHeld', () => false);
