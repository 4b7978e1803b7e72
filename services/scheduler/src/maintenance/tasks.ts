import {
  closeKeyDays,
  countTitleWords,
  foldShelves,
  inUse,
  openHabitBook,
  openKeyDays,
  renewVectors,
  sweepChanges,
  sweepTakedowns,
  tellTopics,
  watchEpoch,
  writeChains,
} from '@nashra/articles';
import type { BlobStore } from '@nashra/blobs';
import { sweepBlobs, sweepCaptures, sweepFetchLog } from '@nashra/captures';
import { endLongReaders, foldTally, type Queryable, type Task } from '@nashra/db';
import { newestCaptures, sweepFailures, sweepJournal } from '@nashra/ledger';
import {
  askHomes,
  followWithdrawals,
  heedBeats,
  learnBeats,
  type PipelineQueues,
  recheck,
  sweepErrands,
  sweepFailed,
  sweepQuarantine,
  sweepRuns,
  watchLosses,
} from '@nashra/pipeline';
import { reckonPace, sweepOmissions } from '@nashra/sources';
import { renewQueries, sweepMatches } from '@nashra/subscriptions';
import type { Config } from '../config.ts';

type Retention = Pick<
  Config,
  | 'SWEEP_MS'
  | 'STORY_MEMORY_DAYS'
  | 'TOPICS'
  | 'RECHECK_HOURS'
  | 'FETCH_LOG_DAYS'
  | 'JOURNAL_DAYS'
  | 'QUARANTINE_DAYS'
  | 'CHANGE_DAYS'
  | 'ORPHAN_BLOB_HOURS'
  | 'FEED_DEATH_MS'
  | 'FRONT_LOOK_MS'
>;

const ROWS = 5_000;
const BLOBS = 500;
/** Each with its addresses. */
const RUNS = 1;
const ERRANDS = 1_000;
const ERRANDS_MS = 60_000;
/** Counts are summed up again before there are too many to read in a millisecond. */
const FOLD_MS = 15_000;
const FOLDED = 50_000;
/** Readers of a database that was brought back hear of it as soon, although nothing new comes. */
const EPOCH_MS = 5_000;
/** A reader who lifted his limits holds on no longer than this beyond them. */
const READERS_MS = 10_000;
/** Who was first is told soon after, and once where many tell a story at once. */
const CHAINS_MS = 2_000;
const CHAINS = 200;
const TOPICS_MS = 15_000;
const TOPICS = 100;
const RECHECK_MS = 5_000;
const RECHECKED = 200;
const WITHDRAWN = 100;

/** Who is taken down is gone soon. */
const TAKEDOWNS_MS = 2_000;
const TAKEDOWNS = 100;

/** Front pages that are asked at a time. */
const HOMES = 50;

/** It reads all feeds, and changes slowly. */
const PACE_MS = 600_000;

/** Habits of publishers change slowly, and are counted over a fortnight's articles. */
const BEATS_MS = 6 * 3_600_000;
const BEAT_MS = 15_000;

/** Texts of before the rules of today are given their vectors, some hundred a second; then none, until a migration says so. */
const VECTORS_MS = 1_000;
const NO_VECTORS_MS = 15_000;
const VECTORS = 200;
const TITLES_MS = 10_000;
const TITLES = 2_000;
const QUERIES = 200;

/** What takes some rows away at each step. */
const removing = (
  name: string,
  everyMs: number,
  remove: (db: Queryable) => Promise<number>,
): Task => ({ name, everyMs, step: async (db) => ({ removed: await remove(db) }) });

/** What takes none. */
const doing = (name: string, everyMs: number, work: (db: Queryable) => Promise<unknown>): Task =>
  removing(name, everyMs, async (db) => {
    await work(db);
    return 0;
  });

/** All housekeeping there is, each with its own retention. */
export function tasksOf(config: Retention, blobs: BlobStore, queues: PipelineQueues): Task[] {
  const everyMs = config.SWEEP_MS;
  const habits = openHabitBook();
  const hours = config.ORPHAN_BLOB_HOURS;
  return [
    removing('tally', Math.min(everyMs, FOLD_MS), (db) => foldTally(db, FOLDED)),
    removing('shelves', Math.min(everyMs, FOLD_MS), (db) => foldShelves(db, FOLDED)),
    removing('readers', Math.min(everyMs, READERS_MS), (db) => endLongReaders(db)),
    doing('pace', Math.max(everyMs, PACE_MS), (db) => reckonPace(db)),
    doing('beats', Math.max(everyMs, BEATS_MS), (db) => learnBeats(db)),
    {
      name: 'beat',
      everyMs: Math.min(everyMs, BEAT_MS),
      async step(db, cursor) {
        const { cursor: next } = await heedBeats(db, cursor === null ? null : Number(cursor));
        return { removed: 0, cursor: String(next) };
      },
    },
    {
      name: 'losses',
      everyMs,
      async step(db) {
        await watchLosses(db);
        return { removed: await sweepOmissions(db, config.JOURNAL_DAYS, ROWS) };
      },
    },
    {
      name: 'heirs',
      everyMs,
      async step(db) {
        await askHomes(db, {
          deathMs: config.FEED_DEATH_MS,
          frontMs: config.FRONT_LOOK_MS,
          limit: HOMES,
        });
        return { removed: 0 };
      },
    },
    doing('epoch', Math.min(everyMs, EPOCH_MS), (db) => watchEpoch(db)),
    {
      name: 'changes',
      everyMs,
      step: (db, cursor) => sweepChanges(db, { days: config.CHANGE_DAYS, rows: ROWS, cursor }),
    },
    removing('chains', Math.min(everyMs, CHAINS_MS), (db) => writeChains(db, CHAINS, habits)),
    ...(config.RECHECK_HOURS.length > 0
      ? [
          {
            name: 'recheck',
            everyMs: Math.min(everyMs, RECHECK_MS),
            async step(db: Queryable, cursor: string | null) {
              const { gone, cursor: next } = await recheck(db, {
                hours: config.RECHECK_HOURS,
                cursor: JSON.parse(cursor ?? 'null'),
                limit: RECHECKED,
              });
              return { removed: gone, cursor: JSON.stringify(next) };
            },
          },
        ]
      : []),
    {
      name: 'withdrawals',
      everyMs: Math.min(everyMs, RECHECK_MS),
      async step(db, cursor) {
        const { turned, cursor: next } = await followWithdrawals(db, {
          cursor: JSON.parse(cursor ?? 'null'),
          limit: WITHDRAWN,
        });
        return { removed: turned, cursor: JSON.stringify(next) };
      },
    },
    ...(config.TOPICS
      ? [
          {
            name: 'topics',
            everyMs: Math.min(everyMs, TOPICS_MS),
            step: async (db: Queryable) => ({ removed: await tellTopics(db, TOPICS) }),
          },
        ]
      : []),
    removing('takedowns', Math.min(everyMs, TAKEDOWNS_MS), (db) => sweepTakedowns(db, TAKEDOWNS)),
    {
      name: 'candidate-keys',
      everyMs,
      async step(db) {
        await openKeyDays(db, config.STORY_MEMORY_DAYS);
        return { removed: await closeKeyDays(db, config.STORY_MEMORY_DAYS, ROWS) };
      },
    },
    {
      name: 'search-vectors',
      everyMs: Math.min(everyMs, VECTORS_MS),
      restMs: NO_VECTORS_MS,
      step: (db, cursor) => renewVectors(db, cursor, VECTORS),
    },
    {
      name: 'title-words',
      everyMs: Math.min(everyMs, TITLES_MS),
      step: (db, cursor) => countTitleWords(db, cursor, TITLES),
    },
    removing('query-matches', everyMs, (db) => sweepMatches(db, ROWS)),
    {
      name: 'renewed-queries',
      everyMs,
      async step(db, cursor) {
        const last = await renewQueries(db, Number(cursor ?? 0), QUERIES);
        return { removed: 0, cursor: last === null ? undefined : String(last) };
      },
    },
    removing('fetch-log', everyMs, (db) => sweepFetchLog(db, config.FETCH_LOG_DAYS, ROWS)),
    removing('journal', everyMs, (db) => sweepJournal(db, config.JOURNAL_DAYS, ROWS)),
    removing('quarantine', everyMs, (db) => sweepQuarantine(db, config.QUARANTINE_DAYS, ROWS)),
    removing('failures', everyMs, (db) => sweepFailures(db, config.QUARANTINE_DAYS, ROWS)),
    removing('runs', everyMs, (db) => sweepRuns(db, config.QUARANTINE_DAYS, RUNS)),
    removing('errands', ERRANDS_MS, (db) => sweepErrands(db, ERRANDS)),
    removing('failed-jobs', everyMs, (db) => sweepFailed({ db, queues })),
    {
      name: 'captures',
      everyMs,
      async step(db, cursor) {
        const after = cursor === null ? undefined : JSON.parse(cursor);
        const { removed, next } = await sweepCaptures(
          db,
          { after, hours, rows: ROWS },
          { newest: (ids) => newestCaptures(db, ids), inUse: (ids) => inUse(db, ids) },
        );
        return { removed, cursor: next && JSON.stringify(next) };
      },
    },
    {
      name: 'blobs',
      everyMs,
      async step(db, cursor) {
        const after = cursor ?? undefined;
        const { removed, next } = await sweepBlobs(db, blobs, { after, hours, limit: BLOBS });
        return { removed, cursor: next };
      },
    },
  ];
}
