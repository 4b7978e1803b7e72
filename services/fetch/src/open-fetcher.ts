import { readFileSync } from 'node:fs';
import { connectTo, createFetcher, type Fetcher } from '@nashra/http';
import type { Config } from './config.ts';

/** The guarded fetcher, as the settings want it. */
export function openFetcher(config: Config): Fetcher {
  const allow = config.FETCH_ALLOW_PRIVATE.split(',').filter(Boolean);
  return createFetcher({
    userAgent: config.USER_AGENT,
    allowPrivate: allow.includes('*') ? true : allow,
    limits: { totalMs: config.FETCH_TOTAL_MS, maxBytes: config.FETCH_MAX_BYTES },
    ...(config.NASHRA_CONNECT_TO ? { resolve: connectTo(config.NASHRA_CONNECT_TO) } : {}),
    ...(config.FETCH_CA_FILE ? { ca: readFileSync(config.FETCH_CA_FILE, 'utf8') } : {}),
  });
}
