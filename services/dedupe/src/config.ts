import { readEnv } from '@nashra/env';
import { serviceEnv } from '@nashra/service';
import { z } from 'zod';

export const config = readEnv(
  {
    ...serviceEnv,
    DEDUPE_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
    /** Two publishers' articles of one title are one story when they appear this close. */
    TITLE_WINDOW_HOURS: z.coerce.number().min(1).default(48),
  },
  process.env,
);
