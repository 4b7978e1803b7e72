import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { way } from '@nashra/pipeline';
import { catalogSchema, loadCatalog } from '@nashra/sources';
import { superviseServices } from '@nashra/stack';
import { cpuOfTree, type Engine, memoryOf } from '@nashra/testkit';
import { sql } from 'kysely';
import { type Ground, hostOf } from './ground.ts';

/** Of one article, CPU in ms. */
export interface Cost {
  readonly all: number;
  readonly byService: Readonly<Record<string, number>>;
  readonly statements: number;
  readonly walBytes: number;
  /** Resident MiB at the end, by service. */
  readonly memory: Readonly<Record<string, number>>;
}

export const SERVICES = ['scheduler', ...way.map((stage) => stage.name)];
/** A machine that does much else takes its time; what hangs is told by then. */
const MAX_SECONDS = 3_600;

export interface Running extends AsyncDisposable {
  pidOf(name: string): number;
}

/** The services as processes, with politeness at one millisecond; a second one of a kind has a number, as `parse-1`. */
export function startServices(
  ground: Ground,
  sitePort: number,
  env: Engine['env'] = {},
  names: readonly string[] = SERVICES,
): Running {
  const main = (name: string) =>
    fileURLToPath(
      new URL(`../../services/${name.replace(/-\d+$/, '')}/src/main.ts`, import.meta.url),
    );
  const common = {
    DATABASE_URL: ground.databaseUrl,
    REDIS_URL: ground.redisUrl,
    NASHRA_BLOBS: join(ground.dir, 'blobs'),
    NASHRA_CONNECT_TO: `*:*=127.0.0.1:${sitePort}`,
    FETCH_ALLOW_PRIVATE: '*',
    HOST_INTERVAL_MS: '1',
    HOST_CONCURRENCY: '4',
    LOG_LEVEL: 'warn',
    NODE_COMPILE_CACHE: join(ground.dir, 'compile-cache'),
    ...env,
  };
  const specs = names.map((name) => ({ name, main: main(name), env: common }));
  const supervisor = superviseServices(specs, { logDir: join(ground.dir, 'logs') });
  return {
    pidOf: (name) => supervisor.statuses().find((it) => it.name === name)?.pid ?? -1,
    [Symbol.asyncDispose]: () => supervisor.stop(),
  };
}

/** Reads one round of articles through the whole pipeline; the cost of one, all processes counted. */
export async function runPipeline(ground: Ground, round: number, engine?: Engine): Promise<Cost> {
  await using site = await ground.serve(round);
  await using services = startServices(ground, site.port, engine?.env);
  // Starting and warming up are paid once in a service's life, not by each article.
  await sleep(5_000);
  await enterFeeds(ground);
  await site.show(WARM_RUN + round, WARM_ARTICLES);
  await pollAll(ground);
  await site.show(round, ground.size.articles);
  const before = await measure(ground, services, engine);
  await pollAll(ground);
  const after = await measure(ground, services, engine);
  const n = (await countIndexed(ground)) - before.articles;
  const byService = Object.fromEntries(
    Object.keys(after.cpu).map((name) => [
      name,
      ((after.cpu[name] ?? 0) - (before.cpu[name] ?? 0)) / n,
    ]),
  );
  return {
    all: Object.values(byService).reduce((sum, ms) => sum + ms, 0),
    byService,
    statements: (after.statements - before.statements) / n,
    walBytes: (after.wal - before.wal) / n,
    memory: Object.fromEntries(SERVICES.map((name) => [name, memoryOf(services.pidOf(name))])),
  };
}

/**
 * The articles of a round that nobody counts come first: V8 is still compiling what runs hot in a process's first two thousand pages.
 */
export const WARM_RUN = 500;
export const WARM_ARTICLES = 2_000;

/** Has every feed read, and waits for all that it shows. */
export async function pollAll(ground: Ground): Promise<void> {
  await sql`update nashra.feed set next_poll_at = now()`.execute(ground.db);
  await untilCalm(ground);
}

export async function enterFeeds({ db, size }: Ground): Promise<void> {
  const catalog = Array.from({ length: size.hosts }, (_, at) => ({
    slug: `host-${at}`,
    name: hostOf(at),
    homepage: `http://${hostOf(at)}/`,
    timeZone: 'UTC',
    feeds: [{ address: `http://${hostOf(at)}/feed`, intervalSeconds: 86_400 }],
  }));
  await loadCatalog(db, catalogSchema.parse(catalog));
  await sql`update nashra.feed set next_poll_at = now() + interval '1 day'`.execute(db);
}

async function measure({ db, postgres, redis }: Ground, services: Running, engine?: Engine) {
  const { rows } = await sql<{ statements: number; wal: number; articles: number }>`
    select (select coalesce(sum(calls), 0)::float8 from pg_stat_statements) as statements,
      (pg_current_wal_lsn() - '0/0')::float8 as wal,
      (select count(*)::int from nashra.article where revision > 0) as articles`.execute(db);
  const cpu: Record<string, number> = {};
  for (const name of SERVICES) cpu[name] = cpuOfTree(services.pidOf(name));
  cpu['postgres'] = cpuOfTree(postgres.pid);
  cpu['redis'] = cpuOfTree(redis.pid);
  if (engine) cpu['engine'] = engine.pids.reduce((sum, pid) => sum + cpuOfTree(pid), 0);
  return { ...(rows[0] ?? { statements: 0, wal: 0, articles: 0 }), cpu };
}

/** Articles that readers see. */
export async function countIndexed({ db }: Pick<Ground, 'db'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from nashra.article where revision > 0`.execute(db);
  return rows[0]?.n ?? 0;
}

/** Every feed read and nothing in flight for a while: what is left over must not be left out of the bill. */
async function untilCalm({ db }: Ground): Promise<void> {
  const until = Date.now() + MAX_SECONDS * 1_000;
  for (let calm = 0; calm < 3; ) {
    if (Date.now() > until) throw new Error('the pipeline did not finish in time');
    await sleep(1_000);
    const { rows } = await sql<{ n: number }>`
      select (select count(*) from nashra.flight where host not like 'filled-%')
        + (select count(*) from nashra.feed where next_poll_at <= now()) as n`.execute(db);
    calm = rows[0]?.n === 0 ? calm + 1 : 0;
  }
}
