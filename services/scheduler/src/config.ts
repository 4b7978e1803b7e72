import { readEnv } from '@nashra/env';
import { serviceEnv } from '@nashra/service';
import { z } from 'zod';

const ms = (initial: number) => z.coerce.number().int().min(1).default(initial);

export const config = readEnv(
  {
    ...serviceEnv,
    NASHRA_BLOBS: z.string().min(1),
    /** Pause between two requests to one host; the fetch service enforces the same value. */
    HOST_INTERVAL_MS: ms(1_000),
    TICK_MS: ms(1_000),
    RECONCILE_MS: ms(5_000),
    /** An address that has not moved for this long is checked for a live job. */
    RECONCILE_GRACE_MS: ms(10_000),
    SWEEP_MS: ms(60_000),
    /** Parse jobs waiting: with more than this many nothing new is released. */
    MAX_BACKLOG: z.coerce.number().int().min(1).default(1_000),
    FETCH_LOG_DAYS: z.coerce.number().min(1).default(30),
    /** Bytes no article and no flight needs are kept this long. */
    ORPHAN_BLOB_HOURS: z.coerce.number().min(1).default(72),
  },
  process.env,
);
