/**
 * What is asked of a large ledger, over and over: the tick, the reconciler, the status, the first page of the dashboards,
 * what readers list, a replay by reason; with a million addresses, and whether polls keep their time with
 * many feeds.
 *
 *   node bench/scale/main.ts [--addresses 1000000] [--articles 300000] [--feeds 100000] [--seconds 60] [--interval 300]
 *
 * The last line is one JSON object: ms of each question (median and worst of many), lateness of polls in ms.
 */
import { parseArgs } from 'node:util';
import { findEnded, groupFailures, readFailureFilter } from '@nashra/ledger';
import { pollDue, readStatus, reconcile, release, releaseOptions } from '@nashra/pipeline';
import { listSources, reckonPace } from '@nashra/sources';
import { cpuOfTree } from '@nashra/testkit';
import { sql } from 'kysely';
import { fill } from '../pipeline/fill.ts';
import { openGround } from '../pipeline/ground.ts';
import { readerQuestions } from './reader-questions.ts';

const { values } = parseArgs({
  options: {
    addresses: { type: 'string', default: '1000000' },
    articles: { type: 'string', default: '300000' },
    feeds: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '60' },
    interval: { type: 'string', default: '300' },
    corpus: { type: 'string', default: `${import.meta.dirname}/../../../shared/corpus` },
  },
});
const [addresses, articles, feeds, seconds] = [
  Number(values.addresses),
  Number(values.articles),
  Number(values.feeds),
  Number(values.seconds),
];
const INTERVAL_S = Number(values.interval);
const TICK_MS = 1_000;

await using ground = await openGround(values.corpus, { articles: 0, hosts: 1 });
const { db } = ground;
console.log(`filling ${addresses} addresses, ${articles} articles`);
await fill(db, { addresses, articles, inFlight: 6_000, waiting: 100_000 });

const options = releaseOptions({ HOST_INTERVAL_MS: 1_000, TICK_MS, MAX_BACKLOG: 1_000 });
const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  tick: async () => {
    await pollDue(ground, { limit: 2_000, aheadMs: TICK_MS });
    await release(ground, options);
  },
  reconcile: () =>
    reconcile(ground, { graceMs: 10_000, intervalMs: 1_000, limit: 50_000, maxRescues: 20 }),
  status: () => readStatus(ground),
  overview: () =>
    Promise.all([readStatus(ground), listSources(db, { limit: 20, order: 'urgency' })]),
  failures: () => groupFailures(db, readFailureFilter(''), 50),
  latestArticles: () =>
    sql`select * from reader.articles order by published_at desc limit 20`.execute(db),
  latestStories: () =>
    sql`select * from reader.stories where articles > 0 order by last_published_at desc limit 20`.execute(
      db,
    ),
  ...(await readerQuestions(db, articles)),
  replayByReason: () => findEnded(db, { states: ['dropped'], reasons: ['gone'], limit: 1_000 }),
};
const figures: Record<string, { median: number; worst: number; cpu: number }> = {};
for (const [name, ask] of Object.entries(questions)) {
  await ask();
  const took: number[] = [];
  const cpu = cpuOfTree(ground.postgres.pid);
  for (let n = 0; n < 20; n += 1) {
    const started = performance.now();
    await ask();
    took.push(performance.now() - started);
  }
  took.sort((a, b) => a - b);
  const round = (ms = 0) => Math.round(ms * 10) / 10;
  figures[name] = {
    median: round(took[10]),
    worst: round(took[19]),
    cpu: round((cpuOfTree(ground.postgres.pid) - cpu) / 20),
  };
  console.log(`${name.padEnd(20)} ${figures[name].median} ms, worst ${figures[name].worst} ms`);
}

const late = feeds > 0 ? await pollFeeds() : null;
console.log(JSON.stringify({ addresses, articles, figures, late }));

/** Many feeds at five minutes, polled in real time; whatever was let in ends at once, as if it had been fetched. */
async function pollFeeds() {
  await sql`
    with fed as (
      insert into nashra.address (key, address, host, publisher_id, kind, state)
      select decode(md5('feed' || n), 'hex'), 'https://feed-' || n || '.example/feed', 'feed-' || n || '.example',
        (select max(id) from nashra.publisher), 'feed', 'read'
      from generate_series(1, ${feeds}::int) n returning id, address, host, publisher_id)
    insert into nashra.feed (publisher_id, address_id, address, host, interval_seconds, rhythm, pull, next_poll_at)
    select publisher_id, id, address, host, ${INTERVAL_S}, array_fill(0.5::real, array[70]), 0.1 + random(),
      now() + random() * interval '${sql.raw(String(INTERVAL_S))} seconds'
    from fed`.execute(db);
  await sql`vacuum analyze`.execute(db);
  const reckoning = cpuOfTree(ground.postgres.pid);
  await reckonPace(db);
  const paceCpuMs = Math.round(cpuOfTree(ground.postgres.pid) - reckoning);
  const until = performance.now() + seconds * 1_000;
  const before = cpuOfTree(ground.postgres.pid);
  const own = process.cpuUsage();
  const lateness: number[] = [];
  let schedulerCpu = 0;
  for (let next = performance.now(); next < until; next += TICK_MS) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
    const tick = process.cpuUsage();
    await pollDue(ground, { limit: 2_000, aheadMs: TICK_MS });
    await release(ground, options);
    const spent = process.cpuUsage(tick);
    schedulerCpu += (spent.user + spent.system) / 1_000;
    const { rows } = await sql<{ late: number }>`
      with ended as (
        delete from nashra.flight where host like 'feed-%' and due_at is null returning address_id, moved_at)
      select greatest(0, extract(epoch from now() - moved_at) * 1000)::float8 as late from ended`.execute(
      db,
    );
    lateness.push(...rows.map((row) => row.late));
    await ground.queues.bull.fetch.obliterate({ force: true });
  }
  lateness.sort((a, b) => a - b);
  const share = (of: number) => Math.round(lateness[Math.floor(of * (lateness.length - 1))] ?? 0);
  const { user, system } = process.cpuUsage(own);
  const polls = lateness.length;
  const cpuMs = (cpuOfTree(ground.postgres.pid) - before + (user + system) / 1_000) / polls;
  return {
    polls,
    p50: share(0.5),
    p99: share(0.99),
    cpuMs: Math.round(cpuMs * 100) / 100,
    paceCpuMs,
    /** Of a core, in the scheduler's process alone, at the interval of the bench. */
    schedulerShare: Math.round((schedulerCpu / (seconds * 1_000)) * 10_000) / 10_000,
  };
}
