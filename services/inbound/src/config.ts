import { readEnv } from '@nashra/env';
import { blobsEnv, serviceEnv, webEnv } from '@nashra/service';
import { z } from 'zod';

/** All that this service reads; it is given nothing else. */
export const shape = {
  ...serviceEnv,
  ...blobsEnv,
  /** Where hubs are heard, on HOST; PORT is for health and metrics alone. */
  INBOUND_PORT: z.coerce.number().int().min(0).max(65_535).default(7465),
  /** The same as hubs reach it, `https://hooks.example`; without it no hub is asked for anything. */
  INBOUND_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** What a hub sends is read up to here. */
  INBOUND_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1_024)
    .default(8 * 1024 * 1024),
  /** A feed is polled because of pings no closer than this to its last poll. */
  INBOUND_PING_MS: z.coerce.number().int().min(1).default(10_000),
  ...webEnv,
};

export type Config = ReturnType<typeof readConfig>;

/** @throws Error that names every bad variable at once */
export function readConfig(env: NodeJS.ProcessEnv) {
  return readEnv(shape, env);
}
