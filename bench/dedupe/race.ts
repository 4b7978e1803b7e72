/**
 * Pairs of copies (whole, truncated, retitled) that workers take up at the same time, beside as many texts that nobody
 * copies: counts stories that were split, deadlocks, documents a second and CPU a document, by process.
 *
 *   node bench/dedupe/race.ts [--pairs 1000] [--workers 8] [--words 300]
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadTellings } from '@nashra/articles';
import { findAddresses } from '@nashra/ledger';
import { stageOf } from '@nashra/pipeline';
import { superviseServices } from '@nashra/stack';
import { sql } from 'kysely';
import { cpuOfTree } from '../pipeline/cpu.ts';
import { openServers } from '../pipeline/servers.ts';
import { inventDocs } from './documents.ts';
import { type Document, enterDrafts, enterPublishers } from './drafts.ts';

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '1000' },
    workers: { type: 'string', default: '8' },
    words: { type: 'string', default: '300' },
  },
});
/** As parse hands them on. */
const TOGETHER = stageOf('dedupe').together;
const pairs = Number(values.pairs);
const workers = Number(values.workers);
const words = Number(values.words);

/** Texts said by one publisher and, in one of three ways, by another. */
function documents(): Document[] {
  const publishedAt = new Date().toISOString();
  const texts = inventDocs(2 * pairs, words);
  return texts.slice(0, pairs).flatMap(({ id, lang, title, body }, pair) => {
    const cut = `${body.slice(0, body.length / 2)} …`;
    const retitled = { title: texts[pairs + pair]?.title ?? title, body };
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
const ids: number[] = [];
for (let at = 0; at < all.length; at += 200)
  ids.push(...(await enterDrafts(db, all.slice(at, at + 200), publishers)));

const main = fileURLToPath(new URL('../../services/dedupe/src/main.ts', import.meta.url));
const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, LOG_LEVEL: 'warn' };
const names = Array.from({ length: workers }, (_, at) => `dedupe-${at}`);
const supervisor = superviseServices(
  names.map((name) => ({ name, main, env })),
  { logDir: join(dir, 'logs') },
);
open.defer(() => supervisor.stop());
const pids = () => supervisor.statuses().map(({ pid }) => pid ?? -1);
// Starting is paid once in a service's life.
await sleep(6_000);
const cpu = () => ({
  dedupe: pids().reduce((sum, pid) => sum + cpuOfTree(pid), 0),
  postgres: cpuOfTree(postgres.pid),
  redis: cpuOfTree(redis.pid),
});
await sql`create extension pg_stat_statements`.execute(db);
const before = cpu();
const started = performance.now();
await queues.pushMany(
  'dedupe',
  Array.from({ length: Math.ceil(ids.length / TOGETHER) }, (_, at) => ({
    payload: { addressIds: ids.slice(at * TOGETHER, (at + 1) * TOGETHER) },
  })),
);
for (let left = 1; left > 0; await sleep(100)) {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from nashra.flight where state = ${stageOf('dedupe').takes}`.execute(
    db,
  );
  left = rows[0]?.n ?? 0;
}
const seconds = (performance.now() - started) / 1_000;
const after = cpu();
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
console.log(
  `split stories ${split}, deadlocks ${rows[0]?.n}, ${Math.round(ids.length / seconds)} documents/s`,
);
for (const name of ['dedupe', 'postgres', 'redis'] as const)
  console.log(
    `${name}: ${((after[name] - before[name]) / ids.length).toFixed(2)} ms CPU a document`,
  );
const { rows: statements } = await sql<{ ms: number; calls: number; query: string }>`
  select total_exec_time as ms, calls, regexp_replace(left(query, 200), '\\s+', ' ', 'g') as query
  from pg_stat_statements order by total_exec_time desc limit 12`.execute(db);
for (const { ms, calls, query } of statements)
  console.log(`  ${(ms / ids.length).toFixed(3)} ms (${calls} calls) ${query}`);
