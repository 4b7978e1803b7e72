import { createFetcher, type Fetcher, optionsOf } from '@nashra/http';
import type { Config } from './config.ts';

/** The guarded fetcher, as the settings want it. */
export function openFetcher(config: Config): Fetcher {
  const limits = { totalMs: config.FETCH_TOTAL_MS, maxBytes: config.FETCH_MAX_BYTES };
  return createFetcher({ ...optionsOf(config), limits });
}
