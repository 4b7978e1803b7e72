import type { Cell } from '../cell.ts';
import { blobsGone } from './blobs-gone.ts';
import { clockFetch } from './clock-fetch.ts';
import { clockParse } from './clock-parse.ts';
import { clockScheduler } from './clock-scheduler.ts';
import { diskFull } from './disk-full.ts';
import { diskReadOnly } from './disk-read-only.ts';
import { emptyPayload } from './empty-payload.ts';
import { killedEach } from './killed-each.ts';
import { killedRepeatedly } from './killed-repeatedly.ts';
import { listsDeleted } from './lists-deleted.ts';
import { postgresBackends } from './postgres-backends.ts';
import { postgresHalfOpen } from './postgres-half-open.ts';
import { postgresLocked } from './postgres-locked.ts';
import { postgresReadOnly } from './postgres-read-only.ts';
import { postgresRestart } from './postgres-restart.ts';
import { queuePaused } from './queue-paused.ts';
import { redisEmptied } from './redis-emptied.ts';
import { redisHalfOpen } from './redis-half-open.ts';
import { redisLate } from './redis-late.ts';
import { redisMemory } from './redis-memory.ts';
import { redisRestart } from './redis-restart.ts';
import { schedulerGone } from './scheduler-gone.ts';
import { stoppedFetch } from './stopped-fetch.ts';

/** The matrix; of every kind, the quick one first. */
export const cells: readonly Cell[] = [
  redisHalfOpen,
  postgresHalfOpen,
  redisMemory,
  redisLate,
  redisRestart,
  redisEmptied,
  postgresReadOnly,
  postgresBackends,
  postgresRestart,
  postgresLocked,
  diskFull,
  diskReadOnly,
  blobsGone,
  killedEach,
  killedRepeatedly,
  schedulerGone,
  stoppedFetch,
  clockScheduler,
  clockParse,
  clockFetch,
  queuePaused,
  listsDeleted,
  emptyPayload,
];
