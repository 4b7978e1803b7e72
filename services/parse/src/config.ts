import { readEnv } from '@nashra/env';
import { blobsEnv, passingEnv, serviceEnv } from '@nashra/service';
import { z } from 'zod';

/** All that this service reads; it is given nothing else. */
export const shape = {
  ...serviceEnv,
  ...blobsEnv,
  ...passingEnv,
  /** Bodies in memory: one is read at a time, while others are loaded; more processes, not more of this, use more cores. */
  PARSE_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(24),
  /** A known page is read again at most this often, however often its feed entry changes. */
  REVISIT_AFTER_MS: z.coerce.number().int().min(0).default(300_000),
};

export type Config = ReturnType<typeof readConfig>;

/** @throws Error that names every bad variable at once */
export function readConfig(env: NodeJS.ProcessEnv) {
  return readEnv(shape, env);
}
