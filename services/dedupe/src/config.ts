import { readEnv } from '@nashra/env';
import { serviceEnv, storyEnv } from '@nashra/service';
import { z } from 'zod';

/** All that this service reads; it is given nothing else. */
export const shape = {
  ...serviceEnv,
  /** Jobs held at once; they are recognised together. */
  DEDUPE_CONCURRENCY: z.coerce.number().int().min(1).max(200).default(50),
  /** Tellings of one story are no further apart than this. */
  STORY_WINDOW_HOURS: z.coerce.number().min(1).max(240).default(72),
  ...storyEnv,
};

export type Config = ReturnType<typeof readConfig>;

/** @throws Error that names every bad variable at once */
export function readConfig(env: NodeJS.ProcessEnv) {
  return readEnv(shape, env);
}
