/**
 * Asks a site for pages as fast as it answers, over so many connections, and says how long each answer took. Started by main.ts, in a
 * process of its own: what asking costs is not what answering costs.
 */
import { Pool } from 'undici';

export interface Load {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  /** Each path once, instead of over and over. */
  readonly isOnce: boolean;
  /** Of a reader for whom pages are made. */
  readonly cookie?: string;
}

export interface Loaded {
  readonly requests: number;
  readonly seconds: number;
  readonly failed: number;
  /** ms */
  readonly p50: number;
  readonly p99: number;
}

process.once('message', async (load: Load) => {
  process.send?.(await run(load));
  process.disconnect();
});

async function run(load: Load): Promise<Loaded> {
  const { origin, paths, connections, seconds, isOnce, cookie } = load;
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const took: number[] = [];
  let at = 0;
  let failed = 0;
  const started = performance.now();
  const end = started + seconds * 1_000;
  const one = async () => {
    while (performance.now() < end && (!isOnce || at < paths.length)) {
      const path = paths[at++ % paths.length] ?? '/';
      const before = performance.now();
      const { statusCode, body } = await pool.request({
        path,
        method: 'GET',
        headers: { 'accept-encoding': 'br', ...(cookie && { cookie }) },
      });
      await body.dump({ limit: 10 << 20 });
      took.push(performance.now() - before);
      if (statusCode !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  await pool.close();
  const sorted = took.toSorted((a, b) => a - b);
  const share = (of: number) =>
    Math.round((sorted[Math.ceil(of * sorted.length) - 1] ?? 0) * 10) / 10;
  return {
    requests: took.length,
    seconds: (performance.now() - started) / 1_000,
    failed,
    p50: share(0.5),
    p99: share(0.99),
  };
}
