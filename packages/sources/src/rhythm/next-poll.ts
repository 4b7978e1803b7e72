import type { Reason } from '@nashra/ledger';
import { failurePause, SLOWEST } from './failure-pause.ts';
import {
  BUSY_HOURS,
  busyness,
  HOUR_MS,
  hourEnd,
  levelOf,
  at as numberAt,
  pullOf,
  type Rhythm,
  TIGHT,
  usualRate,
} from './rhythm.ts';
import { afterSkipped, type Wishes } from './wishes.ts';

/** All that the time of the next poll depends on. Instants are epoch ms. */
export interface PollFacts extends Wishes {
  /** The usual pace, as the operator has it. */
  readonly intervalMs: number;
  readonly rhythm: Rhythm;
  /** The pull (see `pullOf`) of a feed that is asked at the usual pace; null while nobody has reckoned it. */
  readonly pace: number | null;
  /** When the poll that has just ended was due. */
  readonly polledAt: number;
  /** Entries the feed shows at a time; 0 while nobody knows. */
  readonly shown: number;
  /** How many times rarer it may be asked, since others tell first what it shows (`trustOf`); 1 where none does. */
  readonly trust: number;
  /** The poll that has just ended gave no feed; with this one, so many in a row. */
  readonly failure?: { readonly reason: Reason; readonly inARow: number; readonly waitMs: number };
}

/** Why a feed is asked when it is, with a sentence each. */
export const POLL_REASONS = {
  usual: 'at the usual pace of its interval',
  learned: 'when its learned week makes something new likely',
  window: 'before what it shows is pushed out by what is new',
  fresh: 'when its answer is no longer fresh (Cache-Control, Expires)',
  asked: 'no sooner than it asks for (ttl, sy:updatePeriod)',
  skipped: 'after the hours or days that it asks to be skipped',
  failed: 'after a pause, since its last poll gave no feed',
  told: 'rarely, since a hub or another feed tells first what it shows',
  beat: 'sooner, since others tell what its publisher is wont to tell too',
  pinged: 'at once, since a hub says that it has news',
  sent_away: 'when its server asked to be asked again (Retry-After)',
} as const;

export type PollReason = keyof typeof POLL_REASONS;

export function isPollReason(word: string): word is PollReason {
  return Object.hasOwn(POLL_REASONS, word);
}

export interface NextPoll {
  readonly at: number;
  readonly why: PollReason;
}

/** Nothing is asked more often, unless an operator says so: a shorter interval is a beat that is kept as it is. */
export const FASTEST_MS = 60_000;
/** How many times oftener than its interval says a feed is asked at the most. */
export const FASTEST = 8;
/** However well it is told of, a feed is asked again after this, or after the longest pause of its interval. */
const LONGEST_TRUST_MS = 6 * HOUR_MS;
/** So much of what a feed shows may be new at the next poll. */
const FILL = 0.4;
const JITTER = 0.1;

/** When a feed is asked next, and why. The same facts and dice (0 ≤ x < 1) give the same answer. */
export function nextPoll(
  facts: PollFacts,
  now: number,
  dice: () => number = Math.random,
): NextPoll {
  const spread = 1 + JITTER * (dice() - 0.5);
  if (facts.failure) {
    const { waitMs } = facts.failure;
    const perHour = Math.max(levelOf(facts.rhythm), usualRate(facts.rhythm, now));
    const pause = failurePause(facts.failure, facts.intervalMs, perHour) * spread;
    return waitMs > pause
      ? { at: now + waitMs, why: 'sent_away' }
      : { at: now + pause, why: 'failed' };
  }
  const { freshMs, wishMs, intervalMs } = facts;
  if (intervalMs < FASTEST_MS) {
    return { at: Math.max(facts.polledAt + intervalMs * spread, now), why: 'usual' };
  }
  const learned = learnedPause(facts, spread);
  let next: NextPoll = { at: Math.max(facts.polledAt + learned.ms, now), why: learned.why };
  const later = (at: number, why: PollReason) => {
    if (at > next.at) next = { at, why };
  };
  if (learned.why !== 'window') later(facts.polledAt + Math.min(wishMs, intervalMs), 'asked');
  later(now + Math.min(freshMs, intervalMs * SLOWEST), 'fresh');
  // Those that skip the same hours do not all come at their end.
  const skipped = afterSkipped(facts, next.at);
  if (skipped > next.at) later(skipped + dice() * FASTEST_MS, 'skipped');
  return next;
}

/** Entries that may come between two polls. */
function roomOf({ shown, rhythm }: PollFacts): number {
  return shown > 0 ? (shown * FILL) / 2 ** numberAt(rhythm, TIGHT) : Number.POSITIVE_INFINITY;
}

function learnedPause(facts: PollFacts, spread: number): { ms: number; why: PollReason } {
  const { intervalMs, rhythm, polledAt, trust } = facts;
  const pace = facts.pace ?? pullOf(rhythm);
  const busy = busyness(rhythm) - 1;
  const room = roomOf(facts);
  const fastest = Math.max(FASTEST_MS, intervalMs / FASTEST);
  const longest = intervalMs * SLOWEST;
  const latest = polledAt + (trust > 1 ? Math.max(LONGEST_TRUST_MS, longest) : longest);
  const why = trust > 1 ? 'told' : 'learned';
  let wanted = intervalMs * spread * trust;
  let fill = 0;
  for (let from = polledAt; ; ) {
    const ms = Math.min(hourEnd(from) - from, latest - from);
    const fade = Math.exp(-(from - polledAt) / HOUR_MS / BUSY_HOURS);
    const rate = usualRate(rhythm, from) * (1 + busy * fade);
    const speed = Math.min(Math.max(Math.sqrt(rate) / pace, 1 / SLOWEST), intervalMs / fastest);
    // Until what is new has filled its share of the window.
    const untilFull = ((room - fill) / rate) * HOUR_MS;
    const untilDue = wanted / speed;
    if (Math.min(untilFull, untilDue) <= ms) {
      const pause = from - polledAt + Math.min(untilFull, untilDue);
      if (untilFull < untilDue) return { ms: Math.max(pause, FASTEST_MS), why: 'window' };
      return { ms: pause, why };
    }
    if (ms <= 0) return { ms: from - polledAt, why };
    wanted -= ms * speed;
    fill += (rate * ms) / HOUR_MS;
    from += ms;
  }
}
