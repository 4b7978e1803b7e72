/** What is known of a feed's polls. */
export interface FeedPolls {
  readonly paused: boolean;
  readonly failures: number;
  readonly lastPolledAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly lastEntryAt: Date | null;
  readonly nextPollAt: Date;
  /** Of the last poll that gave a feed. */
  readonly entriesSeen?: number;
  /** From when on its silence is longer than its week makes likely; null while that is not known. */
  readonly strangeAt?: Date | null;
  /** When a poll last showed nothing of the poll before. */
  readonly overflowAt?: Date | null;
  /** Something that it published seems not to be here. */
  readonly isIncomplete?: boolean;
}

/** One word for a source, the most pressing that is true of it. */
export type FeedHealth =
  | 'failing'
  | 'late'
  | 'shaky'
  | 'empty'
  | 'overflowing'
  | 'silent'
  | 'incomplete'
  | 'new'
  | 'ok'
  | 'paused';

/** What each word means; the order is that of urgency. */
export const FEED_HEALTH: Readonly<Record<FeedHealth, string>> = {
  failing: 'Its last three polls or more gave no feed.',
  late: 'Its poll is overdue: is the scheduler running?',
  shaky: 'Its last poll gave no feed.',
  empty: 'It answers, and has never shown an entry.',
  overflowing:
    'Within a day a poll showed nothing of the poll before: entries may have passed unseen.',
  silent: 'It answers, but has shown nothing new for longer than its week makes likely.',
  incomplete: 'It answers, and something that it published seems not to be here.',
  new: 'Not polled yet.',
  ok: 'Its last poll gave a feed.',
  paused: 'Nobody asks it: it, or its publisher, is paused.',
};

const FAILING = 3;
const LATE_MS = 5 * 60_000;
/** While no week of it is known. */
const SILENT_MS = 7 * 24 * 3_600_000;
const OVERFLOW_MS = 24 * 3_600_000;

export function healthOf(feed: FeedPolls, now: number): FeedHealth {
  if (feed.paused) return 'paused';
  if (feed.failures >= FAILING) return 'failing';
  if (now - feed.nextPollAt.getTime() > LATE_MS) return 'late';
  if (feed.failures > 0) return 'shaky';
  if (feed.lastSuccessAt === null) return 'new';
  if (feed.lastEntryAt === null && feed.entriesSeen === 0) return 'empty';
  if (feed.overflowAt && now - feed.overflowAt.getTime() < OVERFLOW_MS) return 'overflowing';
  const silentAt = feed.strangeAt?.getTime() ?? (feed.lastEntryAt?.getTime() ?? now) + SILENT_MS;
  if (now > silentAt) return 'silent';
  if (feed.isIncomplete) return 'incomplete';
  return 'ok';
}
