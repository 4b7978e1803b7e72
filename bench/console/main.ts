/**
 * What the console asks of a large system: grouping failures, every page over HTTP, and a bulk run, which is taken back.
 *
 *   node bench/console/main.ts [--articles 1000000] [--failures 100000] [--sources 1000] [--quick]
 *
 * The last line is one JSON object: of each page ms (median, p95) and CPU ms of Postgres and of the console.
 */
import { parseArgs } from 'node:util';
import { findFailures, readFailureFilter, readFailures } from '@nashra/ledger';
import { askForRun, askOfRun, readRun, stepRun } from '@nashra/pipeline';
import { loadService } from '@nashra/stack';
import { cpuOfTree } from '@nashra/testkit';
import { sql } from 'kysely';
import { fill } from '../pipeline/fill.ts';
import { openServers } from '../pipeline/servers.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000000' },
    failures: { type: 'string', default: '100000' },
    sources: { type: 'string', default: '1000' },
    quick: { type: 'boolean', default: false },
  },
});
const scale = values.quick ? 0.1 : 1;
const articles = Math.round(Number(values.articles) * scale);
const failures = Math.round(Number(values.failures) * scale);
const sources = Number(values.sources);
const ROUNDS = 20;
const HOSTS = 50;
const PASSWORD = 'a-long-password';

await using servers = await openServers();
const { db, queues, postgres } = servers;
console.log(`filling ${articles} articles, ${failures} failures, ${sources} sources`);
await fill(db, { addresses: articles, articles, inFlight: 0, waiting: 1_000 });
await sql`insert into nashra.address (key, address, host, publisher_id, kind, state, reason, updated_at)
  select decode(md5('failed' || n), 'hex'), 'https://host-' || n % ${HOSTS}::int || '.example/' || n, 'host-' || n % ${HOSTS}::int || '.example',
    (select max(id) from nashra.publisher), 'article', 'dropped',
    (array['http_403', 'timeout', 'no_text', 'not_found', 'connect'])[1 + n / ${HOSTS}::int % 5], now() - n * interval '1 second'
  from generate_series(1, ${failures}::int) n`.execute(db);
// Feeds of as many publishers as there are.
await sql`with fed as (
    insert into nashra.address (key, address, host, publisher_id, kind, state)
    select decode(md5('feed' || n), 'hex'), 'https://feed-' || n || '.example/feed', 'feed-' || n || '.example',
      (select min(id) from nashra.publisher where slug like 'filled-%') + n % 1000, 'feed', 'read'
    from generate_series(1, ${sources}::int) n returning id, address, host, publisher_id)
  insert into nashra.feed (publisher_id, address_id, address, host) select publisher_id, id, address, host from fed`.execute(
  db,
);
await sql`vacuum analyze`.execute(db);

const start = await loadService('ops');
await using ops = await start({
  DATABASE_URL: postgres.url,
  REDIS_URL: servers.redis.url,
  NASHRA_DATA: servers.dir,
  LOG_LEVEL: 'warn',
  OPS_PORT: '0',
  OPS_PASSWORD: PASSWORD,
});
const site = `http://127.0.0.1:${(ops as unknown as { sitePort: number }).sitePort}`;
const authorization = `Basic ${Buffer.from(`operator:${PASSWORD}`).toString('base64')}`;
const page = (path: string) => async () => {
  const answer = await fetch(site + path, { headers: { authorization, accept: 'text/html' } });
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  await answer.text();
};

const filter = readFailureFilter('');
const [one] = await findFailures(db, filter, 1);
const { rows: found } = await sql<{ id: number }>`
  select id from nashra.article where revision > 0 order by id desc limit 1`.execute(db);
const article = found[0]?.id ?? 0;
const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  'group failures': () => readFailures(db, filter, 100),
  overview: page('/'),
  failures: page('/failures'),
  'failures of a host': page('/failures?filter=host:host-7.example'),
  runs: page('/runs'),
  sources: page('/sources'),
  'sources by name': page('/sources?sort=name&page=3'),
  source: page('/source?of=https://feed-7.example/feed'),
  audit: page('/audit'),
  people: page('/people'),
  journey: page(`/address?of=${one}`),
  'journey of an article': page(`/address?of=${article}`),
  story: page(`/stories?of=${article}`),
  desk: page('/desk'),
  guards: page('/guards'),
  'read again': page('/reread'),
  'add a source': page('/sources/add'),
  addresses: page('/addresses?reason=http_403'),
};
const figures: Record<string, { median: number; p95: number; postgres: number; console: number }> =
  {};
const round = (ms = 0) => Math.round(ms * 10) / 10;
for (const [name, ask] of Object.entries(questions)) {
  await ask();
  const took: number[] = [];
  const before = cpuOfTree(postgres.pid);
  const own = process.cpuUsage();
  for (let n = 0; n < ROUNDS; n += 1) {
    const started = performance.now();
    await ask();
    took.push(performance.now() - started);
  }
  took.sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(own);
  figures[name] = {
    median: round(took[ROUNDS / 2]),
    p95: round(took[Math.floor(0.95 * ROUNDS)]),
    postgres: round((cpuOfTree(postgres.pid) - before) / ROUNDS),
    console: round((user + system) / 1_000 / ROUNDS),
  };
  console.log(name.padEnd(20), JSON.stringify(figures[name]));
}

const bulk = await runAll();
console.log(JSON.stringify({ articles, failures, sources, figures, bulk }));

/** All of them at once, then back. */
async function runAll() {
  const act = { actor: 'bench', reason: 'to see how long it takes' };
  const id = await askForRun(db, { verb: 'retry', filter: 'state:dropped', isWhole: true }, act);
  const settle = async () => {
    const [began, before] = [performance.now(), cpuOfTree(postgres.pid)];
    while ((await stepRun({ db, queues }, { id })) === 'worked');
    const run = await readRun(db, id);
    const ms = Math.round(performance.now() - began);
    return { ...run, ms, postgres: Math.round(cpuOfTree(postgres.pid) - before) };
  };
  const sent = await settle();
  await askOfRun(db, id, 'undo', act);
  const back = await settle();
  return {
    acted: sent.acted,
    ms: sent.ms,
    postgres: sent.postgres,
    takenBack: back.takenBack,
    undoMs: back.ms,
    undoPostgres: back.postgres,
  };
}
