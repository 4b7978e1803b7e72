/**
 * What partitions, search by place and saved queries add to what writing an article costs: the same articles into two databases in
 * turns, one as it is, one without these.
 *   node bench/search/insert.ts [--articles 2000] [--rounds 3] [--queries 10000]
 * Its last line is one JSON object: ms of CPU an article, and how many times those of the plain one the other's are.
 *
 * The plain one has what there was before them: one table of the journal, an index over the vectors alone, nobody who asks to be
 * told. Both make the same vectors. An index that collects what comes is written out before the clock is read.
 */
import { parseArgs } from 'node:util';
import { claimAll, reserveIds, writeArticles } from '@nashra/articles';
import { type Db, migrateToLatest, openDb, runTask } from '@nashra/db';
import { matching, saveQueries } from '@nashra/subscriptions';
import { cpuOfProcess } from '@nashra/testkit';
import { sql } from 'kysely';
import { beginAll, type Document, enterPublishers, saveAll } from '../dedupe/drafts.ts';
import { openServers } from '../pipeline/servers.ts';
import { inventTexts } from './fill.ts';
import { standing } from './standing.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '3' },
    queries: { type: 'string', default: '10000' },
  },
});
const TOGETHER = 50;
/** Written before the clock runs, so that the server knows which words are frequent. */
const BEFORE = 2_000;

await using servers = await openServers();
const plainUrl = new URL(servers.postgres.url);
plainUrl.pathname = '/plain';
await using ours = openDb(servers.postgres.url, { poolSize: 1, statementTimeoutMs: 0 });
await sql`create database plain`.execute(ours);
await migrateToLatest(plainUrl.href);
await using plain = openDb(plainUrl.href, { poolSize: 1, statementTimeoutMs: 0 });
for (const statement of [
  'drop index nashra.content_search',
  'create index content_search on nashra.content using gin (search)',
  'create table nashra.whole (like nashra.journal including all)',
  'drop table nashra.journal',
  'alter table nashra.whole rename to journal',
])
  await sql.raw(statement).execute(plain);

const filled = inventTexts();
const documents = (from: number, count: number): Document[] =>
  filled.texts.slice(from, from + count).map(({ at, script, title, body }) => ({
    id: `insert/${at}`,
    source: `source-${at % 20}`,
    lang: script,
    title: title.join(' '),
    body: body.join(' '),
    publishedAt: new Date().toISOString(),
  }));
const first = documents(0, BEFORE);
const publishers = new Map<Db, ReadonlyMap<string, number>>();
for (const db of [plain, ours]) {
  publishers.set(db, await enterPublishers(db, first));
  await write(db, first);
  await sql`vacuum analyze`.execute(db);
}
await match();
const questions = standing(filled, Number(values.queries));
await saveQueries(
  ours,
  { actor: 'bench' },
  questions.map((query, n) => ({ name: `q-${n}`, query })),
);
await sql`vacuum analyze nashra.saved_query, nashra.query_anchor`.execute(ours);

interface Cost {
  readonly postgres: number;
  readonly process: number;
}
const took = { plain: [] as Cost[], ours: [] as Cost[], matching: [] as Cost[] };
const count = Number(values.articles);
for (let round = 0; round < Number(values.rounds); round++) {
  const some = documents(BEFORE + round * count, count);
  took.plain.push(await write(plain, some));
  took.ours.push(await write(ours, some));
  took.matching.push(await costOf(ours, count, match));
}
const median = (costs: readonly Cost[]) => {
  const sorted = costs.toSorted((a, b) => totalOf(a) - totalOf(b));
  return sorted[sorted.length >> 1] ?? { postgres: Number.NaN, process: Number.NaN };
};
const cost = {
  plain: median(took.plain),
  ours: median(took.ours),
  matching: median(took.matching),
};
const times = (all: number) => Math.round((100 * all) / totalOf(cost.plain)) / 100;
console.log(
  JSON.stringify({
    articles: count,
    rounds: Number(values.rounds),
    queries: questions.length,
    cpuMs: cost,
    written: times(totalOf(cost.ours)),
    withQueries: times(totalOf(cost.ours) + totalOf(cost.matching)),
  }),
);

function totalOf({ postgres, process: own }: Cost): number {
  return postgres + own;
}

/** From the draft to the article: what parse writes of a page, and what the index stage makes of it. */
async function write(db: Db, some: readonly Document[]): Promise<Cost> {
  const by = publishers.get(db) ?? new Map<string, number>();
  const addressIds = await beginAll(db, some, by);
  const at = addressIds.map((_, place) => place).filter((place) => place % TOGETHER === 0);
  return await costOf(db, some.length, async () => {
    for (const from of at) {
      const ids = addressIds.slice(from, from + TOGETHER);
      const these = some.slice(from, from + TOGETHER);
      await saveAll(db, these, ids, by);
      const reserved = await reserveIds(db, ids.length * 2);
      const claims = ids.map((addressId, place) => {
        const [articleId = 0, storyId = 0] = reserved.slice(place * 2);
        const decision = { kind: 'new', articleId, storyId, copyOf: null } as const;
        const publisherId = by.get(these[place]?.source ?? '') ?? 0;
        return { addressId, publisherId, decision, keys: [] };
      });
      await db.transaction().execute(async (tx) => {
        await claimAll(tx, claims);
        await writeArticles(tx, ids);
      });
    }
    await sql`select gin_clean_pending_list('nashra.content_search')`.execute(db);
  });
}

async function match(): Promise<void> {
  while ((await runTask(ours, matching)) !== 0);
}

/** Milliseconds of CPU an article, of the one session and of this process. */
async function costOf(db: Db, articles: number, work: () => Promise<unknown>): Promise<Cost> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const pid = rows[0]?.pid ?? 0;
  const before = { server: cpuOfProcess(pid), own: process.cpuUsage() };
  await work();
  const own = process.cpuUsage(before.own);
  const round = (ms: number) => Math.round((1_000 * ms) / articles) / 1_000;
  return {
    postgres: round(cpuOfProcess(pid) - before.server),
    process: round((own.user + own.system) / 1_000),
  };
}
