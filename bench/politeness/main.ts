/**
 * Politeness at full size, judged from the servers' own log: three fetchers, fifty hosts, five thousand addresses, with feeds,
 * robots.txt, crawl delays, redirects within a host and to the next, and commands that ask beside them.
 *
 *   node bench/politeness/main.ts [--pages 105] [--interval 2000] [--fetchers 3] [--failover]
 *
 * --failover has it on a Redis Cluster, of which the master of some hosts' paces is killed when a third is through.
 *
 * The last line is one JSON object (`Verdict`); the exit code is 1 where an interval or a concurrency was broken, or less than
 * nine tenths of what the intervals allow were used.
 */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { FINAL_STATES, way } from '@nashra/pipeline';
import { superviseServices } from '@nashra/stack';
import { addFeed, addPublisher, type RedisCluster, startCluster, waitFor } from '@nashra/testkit';
import { openServers, serversEnv } from '../pipeline/servers.ts';
import { judge, type Seen } from './judge.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '105' },
    interval: { type: 'string', default: '2000' },
    fetchers: { type: 'string', default: '3' },
    failover: { type: 'boolean', default: false },
  },
});
const [PAGES, INTERVAL_MS, FETCHERS] = [values.pages, values.interval, values.fetchers].map(
  Number,
) as [number, number, number];
const HOSTS = 50;
const CONCURRENCY = 2;
/** Crawl-delay of every tenth host. */
const PATIENT_MS = 4_000;
const GRACE_MS = 50;
const BIN = resolve(import.meta.dirname, '../../packages/cli/bin/nashra.js');

await using open = new AsyncDisposableStack();
const servers = open.use(await openServers());
const { dir, db } = servers;
const hosts = fork(fileURLToPath(new URL('./hosts.ts', import.meta.url)), [
  String(PAGES),
  String(INTERVAL_MS * 1.5),
]);
open.defer(() => void hosts.kill());
const [{ port }] = (await once(hosts, 'message')) as [{ port: number }];

const cluster = values.failover ? open.use(await startCluster()) : null;
const env = {
  ...serversEnv(servers),
  ...(cluster && { REDIS_URL: cluster.url }),
  NASHRA_CONNECT_TO: `*:80=127.0.0.1:${port}`,
  FETCH_ALLOW_PRIVATE: '*',
  HOST_INTERVAL_MS: String(INTERVAL_MS),
  HOST_CONCURRENCY: String(CONCURRENCY),
  MAX_BACKLOG: '100000',
};
for (let n = 0; n < HOSTS; n += 1) {
  const publisherId = await addPublisher(db, { slug: `host-${n}`, name: `Host ${n}` });
  await addFeed(db, `http://host-${n}.example/feed`, publisherId, { interval_seconds: 60 });
}
const names = ['scheduler', ...way.map(({ name }) => name), ...Array(FETCHERS - 1).fill('fetch')];
const specs = names.map((name, place) => ({
  name: `${name}-${place}`,
  main: fileURLToPath(new URL(`../../services/${name}/src/main.ts`, import.meta.url)),
  env,
}));
const supervisor = superviseServices(specs, { logDir: join(dir, 'logs') });
open.defer(() => supervisor.stop());

const commands = askBeside();
const ended = async (): Promise<number> => {
  const { count } = await db
    .selectFrom('address')
    .select((it) => it.fn.countAll<string>().as('count'))
    .where('kind', '=', 'article')
    .where('state', 'in', FINAL_STATES)
    .executeTakeFirstOrThrow();
  return Number(count);
};
const all = 45 * PAGES + 5 * Math.floor(PAGES / 2);
let hasFailed = false;
for (let last = -1; ; ) {
  const now = await ended();
  if (now >= all) break;
  if (cluster && !hasFailed && now > all / 3) await failOver(cluster);
  if (now !== last) console.log(`${now} of ${all} addresses`);
  last = now;
  await sleep(5_000);
}
const asked = await commands.end();
hosts.send('log');
const [{ log }] = (await once(hosts, 'message')) as [{ log: Seen[] }];
const verdict = judge(log, {
  intervalOf: (host) =>
    Number(/\d+/.exec(host)?.[0]) % 10 === 0 ? Math.max(PATIENT_MS, INTERVAL_MS) : INTERVAL_MS,
  concurrency: CONCURRENCY,
  graceMs: GRACE_MS,
});
const kinds = Map.groupBy(log, ({ path }) => path.split('/')[1] ?? '');
const byKind = Object.fromEntries([...kinds].map(([kind, seen]) => [kind, seen.length]));
console.log(
  JSON.stringify({
    fetchers: FETCHERS,
    hosts: HOSTS,
    addresses: all,
    byKind,
    commands: asked,
    ...verdict,
  }),
);
if (verdict.tooSoon > 0 || verdict.tooMany > 0 || verdict.throughput < 0.9) process.exitCode = 1;

/** The replicas of a master take over what it knew of some hosts. */
async function failOver(redis: RedisCluster): Promise<void> {
  const key = '{nashra:fetch}:fetch:wait';
  const port = await redis.masterOf(key);
  await redis.kill(port);
  const began = performance.now();
  await waitFor(async () => (await redis.masterOf(key)) !== port);
  console.log(
    `its replica took the place of a master after ${Math.round(performance.now() - began)} ms`,
  );
  hasFailed = true;
}

/** Commands that ask hosts which the services ask at the same time, one after another. */
function askBeside(): { end(): Promise<number> } {
  let isOver = false;
  let count = 0;
  const work = (async () => {
    for (let n = 0; !isOver; n += 1) {
      const host = `http://host-${(n * 7) % HOSTS}.example`;
      const args = n % 2 === 0 ? ['feed', `${host}/feed`] : ['extract', `${host}/news/0`];
      const child = spawn(process.execPath, [BIN, ...args], {
        env,
        stdio: 'ignore',
      });
      await once(child, 'exit');
      count += 1;
      await sleep(3_000);
    }
  })();
  return {
    async end() {
      isOver = true;
      await work;
      return count;
    },
  };
}
