import { createHash } from 'node:crypto';
import { realOf } from '../seam.ts';
import { EDITION } from '../world/pages.ts';
import { processAt, worldNow } from '../world/world.ts';

/** What a process has beside its work: no ports, no threads, no figures. */
const nothing = { async [Symbol.asyncDispose]() {} };

export const startHealthServer = async () => ({ port: 0, ...nothing });
export const watchFlow = () => ({ trouble: () => null, burden: () => null, ...nothing });
export const createMetrics = () => ({ report() {}, text: async () => '', registry: {} });
export const keepHouse = () => nothing;
export const keepCarrying = () => nothing;
export const keepStepping = () => nothing;
export const openReadingWatch = () => ({
  read: <T>(reading: () => T) => reading(),
  readSuspect: <T>(reading: () => T) => reading(),
  ...nothing,
});

interface Settings {
  readonly REDIS_URL: Parameters<typeof processAt>[0];
}

export function openFetcher({ REDIS_URL }: Settings) {
  const process = processAt(REDIS_URL);
  const { get } = worldNow().web;
  return { get: (address: string, options = {}) => get(process, address, options), ...nothing };
}

type ReadPage = (
  page: Readonly<Record<string, unknown>>,
  bytes: Buffer,
  memory?: unknown,
) => object;

const readings = new Map<string, object>();

/** A page says the same in every world: its dates are stated. */
export const readPage: ReadPage = (page, bytes, memory) => {
  if (bytes.includes(POISON)) throw new Error('this page ends whoever reads it');
  const { url, contentType, publisher, entry } = page;
  const { summary: _, ...hint } = (entry ?? {}) as { readonly summary?: string };
  const about = JSON.stringify([url, contentType, publisher, hint]);
  const name = createHash('sha256').update(said(bytes)).update(about).digest('base64');
  const known = readings.get(name);
  if (known) return known;
  const read = (realOf('readPage') as unknown as ReadPage)(page, bytes, memory);
  readings.set(name, read);
  return read;
};

/** In a page that nobody can read. */
export const POISON = 'data-poison';

function said(bytes: Buffer): Buffer {
  const end = bytes.indexOf(EDITION);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
