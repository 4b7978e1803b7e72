import type { FeedWishes, Queryable } from '@nashra/db';
import type { Reason } from '@nashra/ledger';
import { cleanLine, cutText } from '@nashra/text';
import { sql } from 'kysely';
import { noteOmissions } from './completeness/omissions.ts';
import { BY_POLLS, type Watch, watchPoll } from './completeness/watch-polls.ts';
import { type FeedFacts, readFeedFacts } from './rhythm/feed-facts.ts';
import { freshnessOf } from './rhythm/freshness.ts';
import { isOverflow, learn } from './rhythm/learn.ts';
import { nextPoll, type PollFacts } from './rhythm/next-poll.ts';
import { isRhythm, newRhythm, pullOf, type Rhythm } from './rhythm/rhythm.ts';
import { strangeFrom } from './rhythm/silence.ts';
import { toldBy, toldMore, trustOf } from './rhythm/told.ts';
import { writeFeed } from './write-feed.ts';

type Head = Readonly<Record<string, string>>;

/** What a good poll found. */
export interface FoundEntries {
  readonly title: string | null;
  /** Entries, and how many of them were not known; how many new ones another feed or sitemap had shown first. */
  readonly seen: number;
  readonly added: number;
  readonly elsewhere?: number | undefined;
  /** Dated entries and the time they span, which tell the rate of a feed that nobody has polled. */
  readonly dated?: { readonly entries: number; readonly spanMs: number } | undefined;
  readonly wishes?: FeedWishes | null | undefined;
  /** Where it says that it tells of what is new; null for nowhere. */
  readonly hub?: { readonly hub: string; readonly topic: string } | null | undefined;
}

/** How a poll of a feed ended. */
export type Poll =
  | { readonly is: 'read'; readonly found: FoundEntries; readonly head: Head }
  /** A hub sent what is new: no word on what else the feed shows, or on its server. */
  | { readonly is: 'pushed'; readonly added: number }
  /** The server said that nothing changed. */
  | { readonly is: 'unchanged'; readonly reason: Reason; readonly head: Head }
  /** It gave no feed; `waitMs` is what the server itself asked for. */
  | { readonly is: 'failed'; readonly reason: Reason; readonly waitMs?: number | undefined };

/**
 * Writes down how a poll ended, what it taught, and when the feed is asked next. `facts` are those of the statement that
 * locked its flight; who has none has them read.
 */
export async function notePoll(
  db: Queryable,
  addressId: number,
  poll: Poll,
  known?: FeedFacts | null,
): Promise<void> {
  const facts = known ?? (await readFeedFacts(db, addressId));
  if (facts === null) return;
  const watch = poll.is === 'read' || poll.is === 'unchanged' ? watchOf(facts, poll) : null;
  if (watch?.isNews) await noteOmissions(db, addressId, BY_POLLS, watch.found);
  const changes = changesOf(facts, poll);
  if (changes === null) return;
  const sums = watch && { shortfall: sql<number[]>`${watch.sums}::real[]` };
  await writeFeed(db, addressId, { ...changes, ...sums });
}

function watchOf(facts: FeedFacts, poll: Extract<Poll, { is: 'read' | 'unchanged' }>): Watch {
  const { now, rhythm, successAt, overflowAt, shortfall, omissions } = facts;
  const found = poll.is === 'read' ? poll.found : null;
  return watchPoll({
    rhythm,
    sums: shortfall,
    from: successAt,
    to: now,
    added: found?.added ?? 0,
    overflows: overflowsOf(facts, found),
    overflowAt,
    told: omissions ?? [],
  });
}

function overflowsOf({ successAt, shown }: FeedFacts, found: FoundEntries | null): boolean {
  if (found === null || successAt === null || shown === 0) return false;
  return isOverflow({ added: found.added, shown: found.seen });
}

function changesOf(facts: FeedFacts, poll: Poll) {
  if (poll.is === 'failed') return afterFailure(facts, poll);
  return poll.is === 'pushed' ? afterPush(facts, poll.added) : afterSuccess(facts, poll);
}

/** What it teaches. The next poll comes no later for it, and sooner where much that is new could push out what the hub lost. */
function afterPush(facts: FeedFacts, added: number) {
  const { now, successAt, entryAt, failures } = facts;
  const told = toldMore(facts.told, added);
  if (!isRhythm(facts.rhythm) || successAt === null || failures > 0) {
    return added > 0 ? { last_entry_at: sql<Date>`now()`, told } : null;
  }
  const seen = { added, shown: null, from: successAt, to: now, lastEntryAt: entryAt };
  const rhythm = learn(facts.rhythm, seen);
  const next = nextPoll(pollFacts({ ...facts, told }, rhythm), now);
  return {
    ...(next.why === 'window'
      ? { next_poll_at: sql<Date>`least(next_poll_at, ${instantOf(next.at)})` }
      : {}),
    // It was seen at this moment: the next poll learns from here on.
    last_success_at: sql<Date>`now()`,
    rhythm: sql<number[]>`${rhythm}::real[]`,
    pull: pullOf(rhythm) / trustOf(told),
    told,
    ...(added > 0
      ? { last_entry_at: sql<Date>`now()`, strange_at: instantOf(strangeFrom(rhythm, now)) }
      : {}),
  };
}

function afterFailure(facts: FeedFacts, { reason, waitMs = 0 }: Extract<Poll, { is: 'failed' }>) {
  const rhythm = isRhythm(facts.rhythm) ? facts.rhythm : newRhythm();
  const failure = { reason, waitMs, inARow: facts.failures + 1 };
  const next = nextPoll({ ...pollFacts(facts, rhythm), failure }, facts.now);
  return {
    failures: sql<number>`failures + 1`,
    last_reason: reason,
    next_why: next.why,
    next_poll_at: instantOf(next.at),
  };
}

function afterSuccess(facts: FeedFacts, poll: Extract<Poll, { is: 'read' | 'unchanged' }>) {
  const { now } = facts;
  const found = poll.is === 'read' ? poll.found : null;
  const rhythm = taught(facts, found);
  const wishes = found?.wishes === undefined ? facts.wishes : found.wishes;
  const told = found ? toldBy(facts.told, found) : facts.told;
  const isNew = found !== null && found.added + (found.elsewhere ?? 0) > 0;
  const next = nextPoll(
    {
      ...pollFacts({ ...facts, wishes, told }, rhythm),
      shown: found?.seen ?? facts.shown,
      freshMs: freshnessOf(poll.head, now),
    },
    now,
  );
  const overflows = overflowsOf(facts, found);
  return {
    failures: 0,
    // It lives, and needs no heir.
    ...(facts.failures > 0 ? { heirs: null, home_asked_at: null } : {}),
    last_reason: poll.is === 'read' ? null : poll.reason,
    last_success_at: sql<Date>`now()`,
    rhythm: sql<number[]>`${rhythm}::real[]`,
    pull: pullOf(rhythm) / trustOf(told),
    told,
    next_why: sql<string>`case when ${stands(facts)} then ${next.why} else next_why end`,
    next_poll_at: sql<Date>`case when ${stands(facts)} then ${instantOf(next.at)} else next_poll_at end`,
    ...(found ? { entries_seen: found.seen, entries_new: found.added } : {}),
    ...(found?.title ? { title: cutText(cleanLine(found.title), 300) } : {}),
    ...(isNew ? { last_entry_at: sql<Date>`now()` } : {}),
    ...(found?.wishes === undefined
      ? {}
      : { wishes: found.wishes && JSON.stringify(found.wishes) }),
    ...(found?.hub === undefined
      ? {}
      : { hub: found.hub?.hub ?? null, topic: found.hub?.topic ?? null }),
    ...(facts.successAt === null || isNew
      ? { strange_at: instantOf(strangeFrom(rhythm, now)) }
      : {}),
    ...(overflows ? { overflows: sql<number>`overflows + 1`, overflow_at: sql<Date>`now()` } : {}),
  };
}

/** A first poll shows what was there before, which is no rhythm but for its dates. */
function taught(facts: FeedFacts, found: FoundEntries | null): Rhythm {
  const { now, successAt, entryAt } = facts;
  if (!isRhythm(facts.rhythm)) return newRhythm(found?.dated);
  if (successAt === null) return facts.rhythm;
  const seen = { added: found?.added ?? 0, shown: found?.seen ?? null };
  return learn(facts.rhythm, { ...seen, from: successAt, to: now, lastEntryAt: entryAt });
}

function pollFacts(facts: FeedFacts, rhythm: Rhythm): PollFacts {
  const { intervalMs, pace, shown, wishes, now } = facts;
  const { wishMs = 0, skipHours = [], skipDays = [] } = wishes ?? {};
  const polledAt = Math.min(facts.polledAt ?? now, now);
  const trust = trustOf(facts.told);
  return {
    intervalMs,
    rhythm,
    pace,
    polledAt,
    shown,
    trust,
    freshMs: 0,
    wishMs,
    skipHours,
    skipDays,
  };
}

/** Nobody has said meanwhile when the feed is to be asked: an operator, or the next claim. */
const stands = ({ nextPollAt }: FeedFacts) => sql`next_poll_at = ${nextPollAt}::timestamptz`;

const instantOf = (at: number) => sql<Date>`to_timestamp(${at / 1000}::float8)`;
