/**
 * Kept pages read again: a report of what would change, then all of them, with everything killed in the midst; what a page costs
 * and whether anything is doubled.
 *
 *   node bench/console/reread.ts CORPUS [--pages 20000] [--readers 2] [--quick] [--no-kill]
 *
 * CORPUS is a folder of real pages, as bench/pipeline takes it. The last line is one JSON object: `cpuPerPage` is that of all
 * processes, servers too, less what they use while nothing is asked of them, and `perSecond` what two cores do of it; `floor`
 * is the CPU of a page's reading alone, in the same run; `clock` is what was done in a second, on a machine that may be busy.
 * `again` is the same once more, when nothing is otherwise; `beside` once more, with a tenth otherwise, while ten articles a second are
 * published: how long each takes from being seen to its row, in ms.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openBlobs } from '@nashra/blobs';
import { askForRun, type BulkRun, readRun } from '@nashra/pipeline';
import { comparePages } from '@nashra/reading';
import { readPublisher } from '@nashra/sources';
import { waitFor } from '@nashra/testkit';
import { sql } from 'kysely';
import { openGround } from '../pipeline/ground.ts';
import { tellSteadily } from '../pipeline/lag.ts';
import { enterFeeds, pollAll, SERVICES, startServices } from '../pipeline/run-pipeline.ts';
import { openAccount } from './account.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    pages: { type: 'string', default: '20000' },
    readers: { type: 'string', default: '2' },
    quick: { type: 'boolean', default: false },
    kill: { type: 'boolean', default: true },
  },
});
const [corpus = '../shared/corpus'] = positionals;
const pages = values.quick ? 1_000 : Number(values.pages);
const MAX_MS = 3_600_000;
/** The first of those that are published beside are the first of these processes. */
const WARMING = 100;
const IDLE_MS = 20_000;
const names = [
  ...SERVICES,
  ...Array.from({ length: Number(values.readers) - 1 }, (_, n) => `parse-${n + 1}`),
];

await using ground = await openGround(corpus, { articles: pages, hosts: 50 });
const { db } = ground;
await using site = await ground.serve(1);
await using services = startServices(ground, site.port, {}, names);
await enterFeeds(ground);
// Some hundred feeds' worth at a time: the wait for all of them is bounded.
for (let shown = 0; shown < pages; ) {
  shown = Math.min(pages, shown + 1_000);
  await site.show(1, shown);
  await pollAll(ground);
}
// As an earlier extractor left them: a tenth with another title.
await sql`update nashra.content set extractor_version = 'before'`.execute(db);
await ageTenth(0);
const stored = await countsOf();
console.log(
  `${stored.articles} articles of ${pages} pages, ${stored.aged} of them with another title`,
);

const reading: number[] = [];
const stores = {
  db,
  blobs: await openBlobs(`${ground.dir}/blobs`),
  readPublisher: async (id: number) => (await readPublisher(db, id)) as never,
  frame<Result>(read: () => Result): Result {
    const began = process.threadCpuUsage();
    const result = read();
    const { user, system } = process.threadCpuUsage(began);
    reading.push((user + system) / 1_000);
    return result;
  },
};
const report = await comparePages(stores, 'since:1d', { pages: 500 });
// The first are read by code that nobody has run before.
const warm = reading.slice(reading.length >> 1);
const floor = warm.reduce((sum, ms) => sum + ms, 0) / warm.length;
console.log(
  `of ${report.read} read, ${report.changed} would change: ${JSON.stringify(report.fields)}; ${floor.toFixed(2)} ms for one`,
);

/** All pages once; what one costs by process, and how long all took. */
async function readAll(kills: boolean) {
  const account = openAccount(names, (name) => services.pidOf(name), ground);
  await sleep(IDLE_MS);
  account.endIdle();
  await sql`select pg_stat_statements_reset()`.execute(db);
  const began = performance.now();
  const act = { actor: 'bench', reason: 'a newer extractor' };
  const id = await askForRun(db, { verb: 'reextract', filter: 'since:1d', isWhole: true }, act);
  const stands = async () => (await readRun(db, id)) as BulkRun;
  if (kills) {
    const half = async () => (await stands()).sent >= pages / 2;
    await waitFor(half, { timeoutMs: MAX_MS, what: 'half of them' });
    account.kill();
    for (const name of names) process.kill(services.pidOf(name), 'SIGKILL');
    console.log('all services killed');
  }
  const over = async () => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from nashra.flight where lane = 1`.execute(db);
    return (await stands()).endedAt !== null && rows[0]?.n === 0;
  };
  await waitFor(over, { timeoutMs: MAX_MS, everyMs: 500, what: 'all of them' });
  const seconds = (performance.now() - began) / 1_000;
  const spent = Object.entries(account.close(stored.articles));
  const perPage = spent.reduce((sum, [, ms]) => sum + ms, 0);
  const { state, acted, matched } = await stands();
  return {
    ...{ state, matched, acted, seconds: Math.round(seconds) },
    clock: Math.round(stored.articles / seconds),
    cpuPerPage: rounded(perPage),
    perSecond: Math.round(2_000 / perPage),
    byProcess: Object.fromEntries(spent.map(([name, ms]) => [name, rounded(ms)])),
  };
}

const rounded = (ms: number) => Math.round(ms * 100) / 100;
const first = await readAll(values.kill);
await printDearest();
const ended = await countsOf();
await sql`update nashra.content set extractor_version = 'before'`.execute(db);
// As another extractor that reads the same would find them.
const again = await readAll(false);
const calm = await countsOf();
await sql`update nashra.content set extractor_version = 'before'`.execute(db);
await ageTenth(1);
let isOver = false;
const told = tellSteadily(ground, 900, (n) => !isOver || n <= WARMING, WARMING);
const { seconds: besideSeconds } = await readAll(false).finally(() => (isOver = true));
const result = {
  ...{ pages: stored.articles, report: { read: report.read, changed: report.changed } },
  floor: rounded(floor),
  ...first,
  revised: ended.revisions - stored.revisions,
  aged: stored.aged,
  /** Articles, revisions and changes that are there twice: none. */
  doubled: ended.doubled,
  newArticles: ended.articles - stored.articles,
  untold: ended.revisions - ended.told,
  again: { ...again, revised: calm.revisions - ended.revisions },
  beside: { lag: await told, seconds: besideSeconds },
};
console.log(JSON.stringify(result));

async function ageTenth(which: number): Promise<void> {
  await sql`update nashra.content set title = title || ' (before)', content_hash = decode(md5(id::text), 'hex')
    where (id >> 12) % 10 = ${which}`.execute(db);
}

async function printDearest(): Promise<void> {
  const { rows } = await sql<{ ms: number; calls: number; query: string }>`
    select total_exec_time::float8 as ms, calls::int, left(regexp_replace(query, '\\s+', ' ', 'g'), 100) as query
    from pg_stat_statements order by 1 desc limit 10`.execute(db);
  for (const { ms, calls, query } of rows) console.log(Math.round(ms), 'ms', calls, query);
}

async function countsOf() {
  const { rows } = await sql<{
    articles: number;
    revisions: number;
    aged: number;
    doubled: number;
    told: number;
  }>`
    select (select count(*)::int from nashra.article where revision > 0) as articles,
      (select count(*)::int from nashra.revision) as revisions,
      (select count(*)::int from nashra.article a join nashra.content c on c.id = a.content_id where c.title like '% (before)') as aged,
      (select count(*)::int from nashra.change where kind in ('article_created', 'article_revised')) as told,
      (select count(*)::int from (select 1 from nashra.revision r join nashra.content c on c.id = r.content_id
        group by r.article_id, c.content_hash having count(*) > 1) twice) as doubled`.execute(db);
  return rows[0] ?? { articles: 0, revisions: 0, aged: 0, doubled: 0, told: 0 };
}
