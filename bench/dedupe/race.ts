/**
 * Pairs of copies (whole, truncated, retitled) that workers take up at the same time: counts stories that were split,
 * deadlocks, documents a second and CPU a document, by process. Of the processes each has told some documents before, so
 * that its code is compiled: that is paid once in its life, and printed apart.
 *
 *   node bench/dedupe/race.ts [--pairs 1000] [--workers 8] [--words 300] [--warm 400 documents a worker]
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTellings } from '@nashra/articles';
import { findAddresses } from '@nashra/ledger';
import { stageOf } from '@nashra/pipeline';
import { freePort, superviseServices } from '@nashra/stack';
import { cpuOfTree } from '@nashra/testkit';
import { sql } from 'kysely';
import { openServers } from '../pipeline/servers.ts';
import { inventDocs } from './documents.ts';
import { type Document, enterDrafts, enterPublishers } from './drafts.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '1000' },
    workers: { type: 'string', default: '8' },
    words: { type: 'string', default: '300' },
    warm: { type: 'string', default: '400' },
  },
});
/** As parse hands them on. */
const TOGETHER = stageOf('dedupe').together;
const pairs = Number(values.pairs);
const workers = Number(values.workers);
const words = Number(values.words);

const warmPairs = Math.ceil((workers * Number(values.warm)) / 2);

/** Texts said by one publisher and, in one of three ways, by another. */
function documents(): Document[] {
  const publishedAt = new Date().toISOString();
  const count = warmPairs + pairs;
  const texts = inventDocs(2 * count, words);
  return texts.slice(0, count).flatMap(({ id, lang, title, body }, pair) => {
    const cut = `${body.slice(0, body.length / 2)} …`;
    const retitled = { title: texts[count + pair]?.title ?? title, body };
    const copy = [{ title, body }, { title, body: cut }, retitled][pair % 3] ?? retitled;
    return [{ title, body }, copy].map((it, side) => {
      const source = `publisher ${(pair + side) % 40}`;
      return { ...it, id: `${id}.${side}`, lang, source, publishedAt };
    });
  });
}

await using open = new AsyncDisposableStack();
const { dir, postgres, redis, db, queues } = open.use(await openServers());
const all = documents();
const publishers = await enterPublishers(db, all);
const entered: number[] = [];
for (let at = 0; at < all.length; at += 200)
  entered.push(...(await enterDrafts(db, all.slice(at, at + 200), publishers)));
const ids = entered.slice(2 * warmPairs);

const main = fileURLToPath(new URL('../../services/dedupe/src/main.ts', import.meta.url));
const ports = await Promise.all(Array.from({ length: workers }, freePort));
const supervisor = superviseServices(
  ports.map((port, at) => ({
    name: `dedupe-${at}`,
    main,
    env: {
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      LOG_LEVEL: 'warn',
      PORT: String(port),
    },
  })),
  { logDir: join(dir, 'logs') },
);
open.defer(() => supervisor.stop());
for (const port of ports) await ready(port);
await sql`create extension pg_stat_statements`.execute(db);

async function ready(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
}

interface Cost {
  readonly seconds: number;
  readonly cpu: Readonly<Record<'dedupe' | 'postgres' | 'redis', number>>;
}

/** Gives the stage its jobs and waits until all is decided. */
async function tell(some: readonly number[]): Promise<Cost> {
  const cpu = () => ({
    dedupe: supervisor.statuses().reduce((sum, { pid }) => sum + cpuOfTree(pid ?? -1), 0),
    postgres: cpuOfTree(postgres.pid),
    redis: cpuOfTree(redis.pid),
  });
  const before = cpu();
  const started = performance.now();
  const jobs = [];
  for (let at = 0; at < some.length; at += TOGETHER)
    jobs.push({ payload: { addressIds: some.slice(at, at + TOGETHER) } });
  await queues.pushMany('dedupe', jobs);
  for (let left = 1; left > 0; await sleep(100)) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from nashra.flight
      where state = ${stageOf('dedupe').takes} and address_id between ${some[0]} and ${some.at(-1)}`.execute(
      db,
    );
    left = rows[0]?.n ?? 0;
  }
  const seconds = (performance.now() - started) / 1_000;
  const after = cpu();
  const spent = (name: keyof typeof after) => (after[name] - before[name]) / some.length;
  return {
    seconds,
    cpu: { dedupe: spent('dedupe'), postgres: spent('postgres'), redis: spent('redis') },
  };
}

function print(name: string, count: number, { seconds, cpu }: Cost): void {
  const { dedupe, postgres, redis } = cpu;
  const all = (dedupe + postgres + redis).toFixed(2);
  const each = Object.entries(cpu).map(([process, ms]) => `${process} ${ms.toFixed(2)}`);
  console.log(
    `${name}: ${Math.round(count / seconds)} documents/s, ${all} ms CPU a document (${each.join(', ')})`,
  );
}

const early = entered.slice(0, 2 * warmPairs);
if (early.length > 0) print('processes just started', early.length, await tell(early));
await sql`select pg_stat_statements_reset()`.execute(db);
const { rows: from } = await sql<{ lsn: string }>`select pg_current_wal_lsn() as lsn`.execute(db);
const cost = await tell(ids);
const { rows: wal } = await sql<{ kib: number }>`
  select (pg_wal_lsn_diff(pg_current_wal_lsn(), ${from[0]?.lsn}) / 1024)::float8 as kib`.execute(
  db,
);
const { rows: statements } = await sql<{ ms: number; calls: number; query: string }>`
  select total_exec_time as ms, calls, regexp_replace(left(query, 200), '\\s+', ' ', 'g') as query
  from pg_stat_statements order by total_exec_time desc limit 14`.execute(db);
let split = 0;
const stories = new Set<number>();
for (let at = 0; at < ids.length; at += 200) {
  const found = await findAddresses(db, { ids: ids.slice(at, at + 200) });
  const tellings = await loadTellings(
    db,
    found.flatMap(({ articleId }) => articleId ?? []),
  );
  const articles = new Map(found.map(({ id, articleId }) => [id, articleId ?? 0]));
  const some = ids.slice(at, at + 200);
  const storyOf = some.map((id) => tellings.get(articles.get(id) ?? 0)?.storyId ?? -1);
  for (let of = 0; of < storyOf.length; of += 2) if (storyOf[of] !== storyOf[of + 1]) split += 1;
  for (const story of storyOf) stories.add(story);
}
const { rows } = await sql<{ n: number }>`
  select deadlocks as n from pg_stat_database where datname = current_database()`.execute(db);
console.log(`${pairs} pairs, ${workers} workers, ${words} words: ${stories.size} stories`);
console.log(`split stories ${split}, deadlocks ${rows[0]?.n}`);
print('race', ids.length, cost);
console.log(`${((wal[0]?.kib ?? 0) / ids.length).toFixed(1)} KiB of WAL a document`);
for (const { ms, calls, query } of statements)
  console.log(`  ${(ms / ids.length).toFixed(3)} ms (${calls} calls) ${query}`);
