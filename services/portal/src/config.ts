import { readEnv, secret } from '@nashra/env';
import { serviceEnv, webEnv } from '@nashra/service';
import { z } from 'zod';
import { isTimeZone } from './words/dates.ts';

/** All that this service reads; it is given nothing else. */
export const shape = {
  ...serviceEnv,
  /** A streaming replica, for all that readers read; without it they read where services write. */
  DATABASE_READ_URL: secret(z.url({ protocol: /^postgres(ql)?$/ })).optional(),
  DATABASE_READ_PASSWORD: secret(z.string()).optional(),
  /** Where the site listens, on HOST; PORT is for health and metrics alone. */
  PORTAL_PORT: z.coerce.number().int().min(0).max(65_535).default(7464),
  /** As readers write it, `https://news.example`: in feeds, sitemaps and what search engines are told. */
  PORTAL_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** Further names under which the site is served, as browsers write them, by commas; reports are taken from their pages. */
  PORTAL_HOSTS: z.string().max(2_000).default(''),
  /** Signs images and who reported; generated at the first start, and kept in NASHRA_DATA, when absent. */
  PORTAL_SECRET: secret(z.string().min(32)).optional(),
  /** Believe X-Forwarded-For and -Proto: only behind a proxy that sets them itself. */
  PORTAL_TRUST_PROXY: z.stringbool().default(false),
  /** An image is hidden when people of so many neighbourhoods have reported it. */
  PORTAL_HIDE_AFTER: z.coerce.number().int().min(1).max(1_000).default(5),
  /** How much of whose articles is shown: `slug=full|summary|headline` by commas, `*` for all others. */
  PORTAL_DISPLAY: z.string().default(''),
  /** Where readers and publishers ask for removal: a mail address, or the address of a page. */
  PORTAL_CONTACT: z.union([z.email(), z.url({ protocol: /^https?$/ })]).optional(),
  /** By whose clock lists of several publishers show hours. */
  PORTAL_TIME_ZONE: z.string().refine(isTimeZone, 'no IANA time zone').default('Africa/Casablanca'),
  NASHRA_DATA: z.string().min(1).default('.nashra'),
  /** For images, which are fetched by the same rules and within the same pace as pages. */
  HOST_INTERVAL_MS: z.coerce.number().int().min(1).default(1_000),
  HOST_CONCURRENCY: z.coerce.number().int().min(1).max(16).default(2),
  ...webEnv,
};

export type Config = ReturnType<typeof readConfig>;

/** @throws Error that names every bad variable at once */
export function readConfig(env: NodeJS.ProcessEnv) {
  return readEnv(shape, env);
}
