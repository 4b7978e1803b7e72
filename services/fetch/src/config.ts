import { readEnv } from '@nashra/env';
import { blobsEnv, paceEnv, serviceEnv } from '@nashra/service';
import { z } from 'zod';

/** All that this service reads; it is given nothing else. */
export const shape = {
  ...serviceEnv,
  ...paceEnv,
  ...blobsEnv,
  FETCH_CONCURRENCY: z.coerce.number().int().min(1).max(512).default(32),
  /** Requests to one host at the same time. */
  HOST_CONCURRENCY: z.coerce.number().int().min(1).max(16).default(2),
  FETCH_TOTAL_MS: z.coerce.number().int().min(100).default(30_000),
  FETCH_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1_024)
    .default(8 * 1024 * 1024),
  /** How often a host may send one address away (429, 503) before it is dropped. */
  FETCH_MAX_WAITS: z.coerce.number().int().min(0).max(1_000).default(5),
  /** A longer Retry-After is cut to this. */
  FETCH_MAX_WAIT_MS: z.coerce.number().int().min(100).default(3_600_000),
  USER_AGENT: z.string().min(1).default('Nashra/0.1 (news ingestion)'),
  /** Hosts or IPs, by commas, that may lie in private networks; `*` for all. Tests and the demo. */
  FETCH_ALLOW_PRIVATE: z.string().default(''),
  /** Where connections go instead: `host:port=ip:port` by commas, `*` for any. */
  NASHRA_CONNECT_TO: z.string().default(''),
  /** PEM file of certificates to trust instead of the system's. */
  FETCH_CA_FILE: z.string().optional(),
};

export type Config = ReturnType<typeof readConfig>;

/** @throws Error that names every bad variable at once */
export function readConfig(env: NodeJS.ProcessEnv) {
  return readEnv(shape, env);
}
