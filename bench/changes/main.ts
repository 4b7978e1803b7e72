/**
 * The change feed in a storm: writers that commit when they like, readers that stop and go on, connections that are ended;
 * then what a reader costs that sleeps in a transaction.
 *
 *   node bench/changes/main.ts [--events 100000] [--writers 16] [--readers 4] [--kill 200]
 *
 * The last line is one JSON object: how many were skipped and doubled, and events a second and ms of Postgres' CPU an event with and without
 * the sleeper: on a machine that does other things too, the second says more.
 */
import { parseArgs } from 'node:util';
import { openDb } from '@nashra/db';
import { followChanges, openReader } from '@nashra/reader';
import { type Aftermath, changeStorm, cpuOfTree } from '@nashra/testkit';
import { sql } from 'kysely';
import { openServers } from '../pipeline/servers.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '100000' },
    writers: { type: 'string', default: '16' },
    readers: { type: 'string', default: '4' },
    kill: { type: 'string', default: '200' },
  },
});
await using servers = await openServers();
const { url } = servers.postgres;
await using reader = openReader(url, { poolSize: Number(values.readers) });
const storm = (events: number, killEveryMs: number, delayMs: number): Promise<Aftermath> =>
  changeStorm({
    url,
    events,
    writers: Number(values.writers),
    readers: Number(values.readers),
    delayMs,
    killEveryMs,
    follow: (after, signal) => followChanges(reader, { after, signal, idleMs: 1_000 }),
  });

const started = performance.now();
const { written, seen, kills, restarts } = await storm(
  Number(values.events),
  Number(values.kill),
  10,
);
const seconds = (performance.now() - started) / 1_000;
const skipped = seen.map((seqs) => {
  const had = new Set(seqs);
  return written.filter((seq) => !had.has(seq)).length;
});
const doubled = seen.map((seqs) => seqs.length - new Set(seqs).size);
const disordered = seen.filter((seqs) => seqs.some((seq, at) => seq <= (seqs[at - 1] ?? 0))).length;
console.log(
  `${written.length} events in ${seconds.toFixed(0)} s, ${kills} kills, ${restarts} restarts`,
);

/** Of a short storm; in turns, so that the machine's moods fall on both. */
interface Pace {
  readonly events: number;
  readonly cpu: number;
}

async function pace(): Promise<Pace> {
  const before = cpuOfTree(servers.postgres.pid);
  const begun = performance.now();
  const { length } = (await storm(500, 0, 0)).written;
  return {
    events: (length / (performance.now() - begun)) * 1_000,
    cpu: (cpuOfTree(servers.postgres.pid) - before) / length,
  };
}
const paces = { alone: [] as Pace[], sleeper: [] as Pace[] };
for (let round = 0; round < 7; round += 1) {
  paces.alone.push(await pace());
  await using sleeper = openDb(url, { poolSize: 1, name: 'sleeper' });
  const { promise, resolve } = Promise.withResolvers<void>();
  const sleeping = sleeper
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
      await sql`select count(*) from reader.changes`.execute(tx);
      await promise;
    });
  paces.sleeper.push(await pace());
  resolve();
  await sleeping;
}
const median = (of: number[], digits: number) =>
  Number((of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0).toFixed(digits));
const middle = (of: readonly Pace[]) => ({
  events: median(
    of.map((it) => it.events),
    0,
  ),
  cpuMs: median(
    of.map((it) => it.cpu),
    2,
  ),
});
const alone = middle(paces.alone);
const sleeper = middle(paces.sleeper);
console.log(
  JSON.stringify({
    events: written.length,
    seconds,
    kills,
    restarts,
    skipped,
    doubled,
    disordered,
    alone,
    sleeper,
  }),
);
