import { isRhythm, type Rhythm } from '../rhythm/rhythm.ts';
import { expectedBetween } from './expected.ts';
import type { OmissionKind } from './omissions.ts';
import { addInterval, NO_SHORTFALL, type Shortfall, shortfallsOf } from './shortfall.ts';

/** What a good poll showed, as far as completeness goes. Instants are epoch ms. */
export interface Watched {
  readonly rhythm: readonly number[] | null;
  readonly sums: readonly number[] | null;
  /** The good poll before. */
  readonly from: number | null;
  readonly to: number;
  readonly added: number;
  readonly overflows: boolean;
  readonly overflowAt: number | null;
  /** Kinds that are told of already. */
  readonly told: readonly string[];
}

export interface Watch {
  readonly sums: readonly number[];
  readonly found: ReadonlyMap<OmissionKind, string>;
  /** Whether rows are to be written: a kind begins or ends. */
  readonly isNews: boolean;
}

/** Kinds that polls alone tell of. */
export const BY_POLLS = ['silent', 'short', 'overflow'] as const;
const DAY_MS = 86_400_000;

/** What polls tell of omissions, one poll further. */
export function watchPoll(watched: Watched): Watch {
  const { rhythm, from, to, added, told } = watched;
  const before = sumsOf(watched.sums);
  const known: Rhythm | null = isRhythm(rhythm) ? rhythm : null;
  const expected = known === null || from === null ? null : expectedBetween(known, from, to);
  const sums = expected === null ? before : addInterval(before, { expected, seen: added });
  const found = new Map<OmissionKind, string>();
  for (const kind of shortfallsOf(sums, new Set(told))) {
    found.set(
      kind,
      `${added} came where ${expected?.toFixed(1)} were likely since the poll before`,
    );
  }
  const overflowAt = watched.overflows ? to : watched.overflowAt;
  if (overflowAt !== null && to - overflowAt < DAY_MS) {
    found.set(
      'overflow',
      `all it showed was new at ${new Date(overflowAt).toISOString().slice(0, 16)}Z`,
    );
  }
  const isNews = BY_POLLS.some((kind) => found.has(kind) !== told.includes(kind));
  return {
    sums: [sums.silent, sums.short, sums.off, sums.due, sums.blockDue, sums.blockSeen],
    found,
    isNews,
  };
}

function sumsOf(numbers: readonly number[] | null): Shortfall {
  if (numbers?.length !== 6) return NO_SHORTFALL;
  const [silent = 0, short = 0, off = 0, due = 0, blockDue = 0, blockSeen = 0] = numbers;
  return { silent, short, off, due, blockDue, blockSeen };
}
