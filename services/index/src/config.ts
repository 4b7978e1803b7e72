import { readEnv } from '@nashra/env';
import { serviceEnv } from '@nashra/service';
import { z } from 'zod';

/** All that this service reads; it is given nothing else. */
export const shape = {
  ...serviceEnv,
  /** Jobs held at once; they are written together. */
  INDEX_CONCURRENCY: z.coerce.number().int().min(1).max(500).default(100),
  /** Past 50 rows a batch gains nothing. */
  INDEX_BATCH_ROWS: z.coerce.number().int().min(1).max(200).default(50),
  INDEX_BATCH_MS: z.coerce.number().int().min(0).max(1_000).default(25),
};

export type Config = ReturnType<typeof readConfig>;

/** @throws Error that names every bad variable at once */
export function readConfig(env: NodeJS.ProcessEnv) {
  return readEnv(shape, env);
}
