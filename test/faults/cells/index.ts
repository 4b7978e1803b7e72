import type { Cell } from '../cell.ts';
import { blobsApart } from './blobs-apart.ts';
import { blobsGone } from './blobs-gone.ts';
import { blobsRemounted } from './blobs-remounted.ts';
import { clockFetch } from './clock-fetch.ts';
import { clockParse } from './clock-parse.ts';
import { clockScheduler } from './clock-scheduler.ts';
import { diskFull } from './disk-full.ts';
import { diskReadOnly } from './disk-read-only.ts';
import { emptyPayload } from './empty-payload.ts';
import { failedLeft } from './failed-left.ts';
import { grownContract } from './grown-contract.ts';
import { killedEach } from './killed-each.ts';
import { killedRepeatedly } from './killed-repeatedly.ts';
import { killedSlow } from './killed-slow.ts';
import { listsDeleted } from './lists-deleted.ts';
import { manyOfEach } from './many-of-each.ts';
import { migratedAgain } from './migrated-again.ts';
import { nothing } from './nothing.ts';
import { overload } from './overload.ts';
import { overloadLong } from './overload-long.ts';
import { pageBurns } from './page-burns.ts';
import { pageEats } from './page-eats.ts';
import { postgresAway } from './postgres-away.ts';
import { postgresBackends } from './postgres-backends.ts';
import { postgresCrowded } from './postgres-crowded.ts';
import { postgresHalfOpen } from './postgres-half-open.ts';
import { postgresLocked } from './postgres-locked.ts';
import { postgresPinned } from './postgres-pinned.ts';
import { postgresReadOnly } from './postgres-read-only.ts';
import { postgresRestart } from './postgres-restart.ts';
import { queuePaused } from './queue-paused.ts';
import { readersRepeatable } from './readers-repeatable.ts';
import { redisAway } from './redis-away.ts';
import { redisEmptied } from './redis-emptied.ts';
import { redisEvicted } from './redis-evicted.ts';
import { redisHalfOpen } from './redis-half-open.ts';
import { redisLate } from './redis-late.ts';
import { redisMemory } from './redis-memory.ts';
import { redisRestart } from './redis-restart.ts';
import { redisSlow } from './redis-slow.ts';
import { schedulerGone } from './scheduler-gone.ts';
import { stagesGone } from './stages-gone.ts';
import { stoppedFetch } from './stopped-fetch.ts';

/** The matrix; of every kind, the quick one first. */
export const cells: readonly Cell[] = [
  redisHalfOpen,
  postgresHalfOpen,
  redisMemory,
  redisLate,
  redisAway,
  redisRestart,
  redisEmptied,
  redisEvicted,
  redisSlow,
  postgresReadOnly,
  postgresAway,
  postgresBackends,
  postgresRestart,
  postgresLocked,
  postgresCrowded,
  postgresPinned,
  readersRepeatable,
  migratedAgain,
  diskFull,
  diskReadOnly,
  blobsGone,
  blobsRemounted,
  blobsApart,
  killedEach,
  killedRepeatedly,
  killedSlow,
  schedulerGone,
  stagesGone,
  manyOfEach,
  stoppedFetch,
  clockScheduler,
  clockParse,
  clockFetch,
  queuePaused,
  listsDeleted,
  emptyPayload,
  failedLeft,
  grownContract,
  pageBurns,
  pageEats,
  overload,
  overloadLong,
  nothing,
];
