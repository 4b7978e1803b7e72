import { readEnv } from '@nashra/env';
import { paceEnv, serviceEnv } from '@nashra/service';
import { z } from 'zod';

const ms = (initial: number) => z.coerce.number().int().min(1).default(initial);

export const config = readEnv(
  {
    ...serviceEnv,
    NASHRA_BLOBS: z.string().min(1),
    ...paceEnv,
    RECONCILE_MS: ms(5_000),
    /** An address that has not moved for this long is checked for a live job. */
    RECONCILE_GRACE_MS: ms(10_000),
    SWEEP_MS: ms(60_000),
    FETCH_LOG_DAYS: z.coerce.number().min(1).default(30),
    /** Bytes no article and no flight needs are kept this long. */
    ORPHAN_BLOB_HOURS: z.coerce.number().min(1).default(72),
  },
  process.env,
);
