import { readEnv } from '@nashra/env';
import { serviceEnv, webEnv } from '@nashra/service';
import { z } from 'zod';

/** All that this service reads; it is given nothing else. */
export const shape = {
  ...serviceEnv,
  /** First pause before a parcel is sent again that its receiver did not take; it doubles up to an hour. */
  WEBHOOK_RETRY_MS: z.coerce.number().int().min(1).default(5_000),
  /** Tries in a row that may fail; then its webhook is paused until a person says otherwise. */
  WEBHOOK_TRIES: z.coerce.number().int().min(1).max(1_000).default(24),
  /** Receivers that are sent to at once. */
  WEBHOOK_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(8),
  ...webEnv,
};

export type Config = ReturnType<typeof readConfig>;

/** @throws Error that names every bad variable at once */
export function readConfig(env: NodeJS.ProcessEnv) {
  return readEnv(shape, env);
}
