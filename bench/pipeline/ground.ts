import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { BENCH_FOLDER, loadSamples } from './pages.ts';
import { openServers, type Servers } from './servers.ts';

/** Servers and pages that all who are measured share. */
export interface Ground extends Servers {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly size: { readonly articles: number; readonly hosts: number };
  /** Starts the publishers of one round. */
  serve(run: number): Promise<Site>;
}

export interface Site extends AsyncDisposable {
  readonly port: number;
  /** Makes its feeds show these articles, and no others. */
  show(run: number, articles: number): Promise<void>;
}

export async function openGround(corpus: string, size: Ground['size']): Promise<Ground> {
  await using open = new AsyncDisposableStack();
  const servers = open.use(await openServers());
  const { dir, postgres, redis, db, queues } = servers;
  const samples = join(dir, 'samples.json');
  const pages = await loadSamples(corpus);
  writeFileSync(samples, JSON.stringify(pages));
  const bytes = pages.reduce((sum, page) => sum + Buffer.byteLength(page), 0) / pages.length;
  console.log(`${pages.length} sample pages, ${Math.round(bytes / 1024)} KiB in the mean`);
  await sql`create extension pg_stat_statements`.execute(db);
  const held = open.move();
  return {
    dir,
    db,
    queues,
    databaseUrl: postgres.url,
    redisUrl: redis.url,
    postgres,
    redis,
    size,
    async serve(run) {
      // Empty until somebody says what it shows: feeds that are due are asked as soon as a service stands.
      const task = JSON.stringify({ samples, hosts: size.hosts, run, articles: 0 });
      const child = fork(join(BENCH_FOLDER, 'site.ts'), [task]);
      const [port] = (await once(child, 'message')) as [number];
      return {
        port,
        async show(shown, articles) {
          child.send({ run: shown, articles });
          await once(child, 'message');
        },
        async [Symbol.asyncDispose]() {
          child.kill();
          await once(child, 'exit');
        },
      };
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

export const hostOf = (at: number): string => `host-${at}.example`;
