/**
 * What partitions, search by place and saved queries add to the index stage: the same articles through it into two databases in turns,
 * one as it is, one without these.
 *   node bench/search/insert.ts [--articles 2000] [--rounds 3] [--queries 10000]
 * Its last line is one JSON object: ms of CPU an article, and how many times those of the plain one the other's are.
 *
 * The plain one has what there was before them: one table of the journal, an index over the vectors alone, nobody who asks to be
 * told. Both make the same vectors. Counted are drafts (with which vectors and their index are written) and the stage: its process,
 * this one, Redis, and all of Postgres; an index that collects what comes is written out before the clock is read.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { claimAll, reserveIds } from '@nashra/articles';
import { type Db, migrateToLatest, openDb, runTask } from '@nashra/db';
import { move } from '@nashra/ledger';
import { queues as contracts, type PipelineQueues, stageOf } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { superviseServices } from '@nashra/stack';
import { matching, saveQueries } from '@nashra/subscriptions';
import { cpuOfTree } from '@nashra/testkit';
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
/** Written before the clock runs: so the server knows which words are frequent, and the stage is warm. */
const BEFORE = 1_000;
const CALM_MS = 50;
const PLAIN = [
  'drop index nashra.content_search',
  'create index content_search on nashra.content using gin (search)',
  'create table nashra.whole (like nashra.journal including all)',
  'drop table nashra.journal',
  'alter table nashra.whole rename to journal',
  'grant select, insert on nashra.journal to nashra_app',
];

await using open = new AsyncDisposableStack();
const servers = open.use(await openServers());
const filled = inventTexts();
const plain = await openSide('plain');
const ours = await openSide('ours');
await match();
const questions = standing(filled, Number(values.queries));
await saveQueries(
  ours.db,
  { actor: 'bench' },
  questions.map((query, n) => ({ name: `q-${n}`, query })),
);
await sql`vacuum analyze nashra.saved_query, nashra.query_anchor`.execute(ours.db);

const took = { plain: [] as number[], ours: [] as number[], matching: [] as number[] };
const count = Number(values.articles);
for (let round = 0; round < Number(values.rounds); round++) {
  const some = documents(BEFORE + round * count, count);
  took.plain.push(await write(plain, some));
  took.ours.push(await write(ours, some));
  took.matching.push(await costOf(ours, count, match));
}
const median = (costs: number[]) =>
  costs.toSorted((a, b) => a - b)[costs.length >> 1] ?? Number.NaN;
const cpuMs = {
  plain: median(took.plain),
  ours: median(took.ours),
  matching: median(took.matching),
};
const times = (ms: number) => Math.round((100 * ms) / cpuMs.plain) / 100;
console.log(
  JSON.stringify({
    articles: count,
    rounds: Number(values.rounds),
    queries: questions.length,
    cpuMs,
    written: times(cpuMs.ours),
    withQueries: times(cpuMs.ours + cpuMs.matching),
  }),
);

/** A database, and the index stage as a process that works on it. */
interface Side {
  readonly db: Db;
  readonly queues: PipelineQueues;
  readonly publishers: ReadonlyMap<string, number>;
  cpu(): number;
}

async function openSide(name: 'plain' | 'ours'): Promise<Side> {
  const url = new URL(servers.postgres.url);
  url.pathname = `/${name}`;
  await sql`create database ${sql.id(name)}`.execute(servers.db);
  await migrateToLatest(url.href);
  const db = open.use(openDb(url.href, { poolSize: 1, statementTimeoutMs: 0 }));
  if (name === 'plain') for (const text of PLAIN) await sql.raw(text).execute(db);
  const queues = open.use(openQueues(contracts, { redisUrl: servers.redis.url, prefix: name }));
  const main = fileURLToPath(new URL('../../services/index/src/main.ts', import.meta.url));
  const env = {
    DATABASE_URL: url.href,
    REDIS_URL: servers.redis.url,
    NASHRA_PREFIX: name,
    LOG_LEVEL: 'warn',
  };
  const stage = superviseServices([{ name: 'index', main, env }], {
    logDir: join(servers.dir, 'logs', name),
  });
  open.defer(() => stage.stop());
  const first = documents(0, BEFORE);
  const cpu = () =>
    cpuOfTree(stage.statuses()[0]?.pid ?? -1) +
    cpuOfTree(servers.postgres.pid) +
    cpuOfTree(servers.redis.pid);
  const side = { db, queues, publishers: await enterPublishers(db, first), cpu };
  await write(side, first);
  await sql`vacuum analyze`.execute(db);
  return side;
}

function documents(from: number, length: number): Document[] {
  return filled.texts.slice(from, from + length).map(({ at, script, title, body }) => ({
    id: `insert/${at}`,
    source: `source-${at % 20}`,
    lang: script,
    title: title.join(' '),
    body: body.join(' '),
    publishedAt: new Date().toISOString(),
  }));
}

/** From the draft to the article: what parse writes of a page, and the stage. What lies before and between is not counted. */
async function write(side: Side, some: readonly Document[]): Promise<number> {
  const { db, publishers, queues } = side;
  const addressIds = await beginAll(db, some, publishers);
  const drafts = await costOf(side, some.length, async () => {
    for (let at = 0; at < some.length; at += TOGETHER)
      await saveAll(
        db,
        some.slice(at, at + TOGETHER),
        addressIds.slice(at, at + TOGETHER),
        publishers,
      );
    await sql`select gin_clean_pending_list('nashra.content_search')`.execute(db);
  });
  await decide(side, some, addressIds);
  const stage = await costOf(side, some.length, async () => {
    await queues.pushMany(
      'index',
      addressIds.map((addressId) => ({ payload: { addressId } })),
    );
    while (await isUnderWay(db)) await sleep(CALM_MS);
  });
  return drafts + stage;
}

/** As dedupe leaves what is new. */
async function decide(side: Side, some: readonly Document[], addressIds: readonly number[]) {
  const reserved = await reserveIds(side.db, addressIds.length * 2);
  const claims = addressIds.map((addressId, place) => {
    const [articleId = 0, storyId = 0] = reserved.slice(place * 2);
    const decision = { kind: 'new', articleId, storyId, copyOf: null } as const;
    const publisherId = side.publishers.get(some[place]?.source ?? '') ?? 0;
    return { addressId, publisherId, decision, keys: [] };
  });
  await side.db.transaction().execute(async (tx) => {
    await claimAll(tx, claims);
    const rows = addressIds.map((id) => ({ id }));
    await move(tx, {
      from: [stageOf('dedupe').takes],
      to: { at: stageOf('index').takes },
      rows,
    });
  });
}

async function isUnderWay(db: Db): Promise<boolean> {
  const { rows } = await sql`select from nashra.flight limit 1`.execute(db);
  return rows.length > 0;
}

async function match(): Promise<void> {
  while ((await runTask(ours.db, matching)) !== 0);
}

/** Milliseconds of CPU an article, of all that take part. */
async function costOf(
  { cpu }: Side,
  articles: number,
  work: () => Promise<unknown>,
): Promise<number> {
  const all = () => {
    const { user, system } = process.cpuUsage();
    return cpu() + (user + system) / 1_000;
  };
  const before = all();
  await work();
  return Math.round((1_000 * (all() - before)) / articles) / 1_000;
}
