import { readFileSync } from 'node:fs';
import type { FetcherOptions } from './fetcher.ts';
import { connectTo } from './resolver.ts';

/** What operators say of the way into the web, the same for all who go there. */
export interface WebSettings {
  readonly USER_AGENT: string;
  /** Hosts or IPs, by commas, that may lie in private networks; `*` for all. */
  readonly FETCH_ALLOW_PRIVATE: string;
  /** Where connections go instead: `host:port=ip:port` by commas, `*` for any; empty for nowhere else. */
  readonly NASHRA_CONNECT_TO: string;
  /** PEM file of certificates to trust instead of the system's. */
  readonly FETCH_CA_FILE?: string | undefined;
}

/** A fetcher's or poster's options, as the settings want them. */
export function optionsOf(settings: WebSettings): FetcherOptions {
  const { USER_AGENT, FETCH_ALLOW_PRIVATE, NASHRA_CONNECT_TO, FETCH_CA_FILE } = settings;
  const allow = FETCH_ALLOW_PRIVATE.split(',').filter(Boolean);
  return {
    userAgent: USER_AGENT,
    allowPrivate: allow.includes('*') ? true : allow,
    ...(NASHRA_CONNECT_TO ? { resolve: connectTo(NASHRA_CONNECT_TO) } : {}),
    ...(FETCH_CA_FILE ? { ca: readFileSync(FETCH_CA_FILE, 'utf8') } : {}),
  };
}
