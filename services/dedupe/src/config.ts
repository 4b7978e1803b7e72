import { readEnv } from '@nashra/env';
import { serviceEnv } from '@nashra/service';
import { z } from 'zod';

/** All that this service reads; it is given nothing else. */
export const shape = {
  ...serviceEnv,
  /** Jobs held at once; they are recognised together. */
  DEDUPE_CONCURRENCY: z.coerce.number().int().min(1).max(200).default(50),
  /** Two publishers' articles of one title are one story when they appear this close. */
  TITLE_WINDOW_HOURS: z.coerce.number().min(1).default(48),
};

export type Config = ReturnType<typeof readConfig>;

/** @throws Error that names every bad variable at once */
export function readConfig(env: NodeJS.ProcessEnv) {
  return readEnv(shape, env);
}
