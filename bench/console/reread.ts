/**
 * Kept pages read again: a report of what would change, then all of them, with everything killed in the midst; what a page costs
 * and whether anything is doubled.
 *
 *   node bench/console/reread.ts CORPUS [--pages 20000] [--quick] [--no-kill]
 *
 * CORPUS is a folder of real pages, as bench/pipeline takes it. The last line is one JSON object: `perSecond` is what two
 * cores do, by the CPU of all processes, servers too.
 */
import { parseArgs } from 'node:util';
import { openBlobs } from '@nashra/blobs';
import { askForRun, type BulkRun, readRun } from '@nashra/pipeline';
import { comparePages } from '@nashra/reading';
import { readPublisher } from '@nashra/sources';
import { cpuOfTree, waitFor } from '@nashra/testkit';
import { sql } from 'kysely';
import { openGround } from '../pipeline/ground.ts';
import {
  enterFeeds,
  pollAll,
  type Running,
  SERVICES,
  startServices,
} from '../pipeline/run-pipeline.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    pages: { type: 'string', default: '20000' },
    quick: { type: 'boolean', default: false },
    kill: { type: 'boolean', default: true },
  },
});
const [corpus = '../shared/corpus'] = positionals;
const pages = values.quick ? 1_000 : Number(values.pages);
const MAX_MS = 1_200_000;

await using ground = await openGround(corpus, { articles: pages, hosts: 50 });
const { db } = ground;
await using site = await ground.serve(1);
await using services = startServices(ground, site.port);
await enterFeeds(ground);
await site.show(1, pages);
await pollAll(ground);
// As an earlier extractor left them: a tenth with another title.
await sql`update nashra.content set extractor_version = 'before'`.execute(db);
await sql`update nashra.content set title = title || ' (before)', content_hash = decode(md5(id::text), 'hex') where id % 10 = 0`.execute(
  db,
);
const stored = await countsOf();
console.log(
  `${stored.articles} articles of ${pages} pages, ${stored.aged} of them with another title`,
);

const stores = {
  db,
  blobs: await openBlobs(`${ground.dir}/blobs`),
  readPublisher: async (id: number) => (await readPublisher(db, id)) as never,
};
const report = await comparePages(stores, 'since:1d', { pages: 100 });
console.log(
  `of ${report.read} read, ${report.changed} would change: ${JSON.stringify(report.fields)}`,
);

const before = cpuOf(services);
const began = performance.now();
const act = { actor: 'bench', reason: 'a newer extractor' };
const run = await askForRun(db, { verb: 'reextract', filter: 'since:1d', isWhole: true }, act);
const stands = async () => (await readRun(db, run)) as BulkRun;
// What they had used when they were killed; nothing where they live on.
let lived: Record<string, number> = {};
if (values.kill) {
  const half = async () => (await stands()).sent >= pages / 2;
  await waitFor(half, { timeoutMs: MAX_MS, what: 'half of them' });
  lived = cpuOf(services);
  for (const name of SERVICES) process.kill(services.pidOf(name), 'SIGKILL');
  console.log('all services killed');
}
const over = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from nashra.flight`.execute(
    db,
  );
  return (await stands()).endedAt !== null && rows[0]?.n === 0;
};
await waitFor(over, { timeoutMs: MAX_MS, everyMs: 500, what: 'all of them' });
const ms = performance.now() - began;
const after = cpuOf(services);
const cpu = SERVICES.reduce((sum, name) => {
  const [was, is, killed] = [before[name] ?? 0, after[name] ?? 0, lived[name]];
  // Their successors begin at nothing.
  return sum + (killed === undefined ? is - was : killed - was + is);
}, 0);
const servers = serversOf(after) - serversOf(before);
const ended = await countsOf();
const perPage = (cpu + servers) / stored.articles;
const { state, acted, matched } = await stands();
const result = {
  ...{ pages: stored.articles, report: { read: report.read, changed: report.changed } },
  ...{ state, matched, acted, seconds: Math.round(ms / 1_000) },
  cpuPerPage: Math.round(perPage * 100) / 100,
  perSecond: Math.round(2_000 / perPage),
  revised: ended.revisions - stored.revisions,
  aged: stored.aged,
  /** Articles, revisions and changes that are there twice: none. */
  doubled: ended.doubled,
  newArticles: ended.articles - stored.articles,
  untold: ended.revisions - ended.told,
};
console.log(JSON.stringify(result));

function cpuOf(running: Running): Record<string, number> {
  const of = Object.fromEntries(SERVICES.map((name) => [name, cpuOfTree(running.pidOf(name))]));
  return { ...of, postgres: cpuOfTree(ground.postgres.pid), redis: cpuOfTree(ground.redis.pid) };
}

function serversOf(cpu: Record<string, number>): number {
  return (cpu['postgres'] ?? 0) + (cpu['redis'] ?? 0);
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
