import { readEnv, secret } from '@nashra/env';
import { blobsEnv, paceEnv, passingEnv, serviceEnv, webEnv } from '@nashra/service';
import { sourceVariables } from '@nashra/sources';
import { z } from 'zod';

/** All that this service reads; it is given nothing else. */
export const shape = {
  ...serviceEnv,
  ...paceEnv,
  ...blobsEnv,
  PASSING_RETRY_MS: passingEnv.PASSING_RETRY_MS,
  FETCH_CONCURRENCY: z.coerce.number().int().min(1).max(512).default(32),
  /** Requests to one host at the same time. */
  HOST_CONCURRENCY: z.coerce.number().int().min(1).max(16).default(2),
  FETCH_TOTAL_MS: z.coerce.number().int().min(100).default(30_000),
  FETCH_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1_024)
    .default(8 * 1024 * 1024),
  /** Pause before the first quick retry within one flight; it doubles. */
  FETCH_BACKOFF_MS: z.coerce.number().int().min(1).default(5_000),
  /** How long a robots.txt that cannot be had closes its site before it is asked for again. */
  ROBOTS_RETRY_MS: z.coerce.number().int().min(1).default(600_000),
  /** With less of the blob store's disk free, nothing is fetched. */
  FETCH_MIN_FREE_MB: z.coerce.number().int().min(0).default(256),
  /** How often a host may send one address away (429, 503) in one flight. */
  FETCH_MAX_WAITS: z.coerce.number().int().min(0).max(1_000).default(5),
  /** A flight waits this long for a host that asks to; for a longer Retry-After it ends, and another one keeps to it. */
  FETCH_MAX_WAIT_MS: z.coerce.number().int().min(100).default(3_600_000),
  /** Opens what sources are asked with, where that was sealed; `SOURCE_…` are the variables it may name. */
  NASHRA_SECRET_KEY: secret(z.string().min(16)).optional(),
  /** Opens pages that an anti-bot page stands before: is POSTed `{ "url": … }`, answers with the page's bytes. */
  RENDERER_URL: secret(z.url({ protocol: /^https?$/ })).optional(),
  RENDERER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(2),
  ...webEnv,
};

export type Config = ReturnType<typeof readConfig>;

/** @throws Error that names every bad variable at once */
export function readConfig(env: NodeJS.ProcessEnv) {
  return { ...readEnv(shape, env), sourceVariables: sourceVariables(env) };
}
