/**
 * A large backlog must cost Redis nothing and must not hold live news up: 100,000 addresses of 200
 * hosts wait in the ledger while the scheduler and fetch run; then live addresses are added, on hosts
 * that have a backlog, one after another. Prints Redis's memory and the lag of each.
 *
 *   node bench/backlog/main.ts [--addresses 100000] [--hosts 200] [--live 20]
 */
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Db, migrateToLatest, openDb } from '@nashra/db';
import { queues as contracts, discover, release, releaseOptions } from '@nashra/pipeline';
import { openQueues, openRedis } from '@nashra/queue';
import { startStack, superviseServices } from '@nashra/stack';
import { sql } from 'kysely';

const { values } = parseArgs({
  options: {
    addresses: { type: 'string', default: '100000' },
    hosts: { type: 'string', default: '200' },
    live: { type: 'string', default: '20' },
  },
});
const size = {
  addresses: Number(values.addresses),
  hosts: Number(values.hosts),
  live: Number(values.live),
};
const pace = { HOST_INTERVAL_MS: 1_000, TICK_MS: 1_000, MAX_BACKLOG: 1_000 };

const dir = mkdtempSync(join(tmpdir(), 'nashra-backlog-'));
chmodSync(dir, 0o755);
const site = createServer((_, response) => response.writeHead(404).end()).listen(0, '127.0.0.1');
await once(site, 'listening');
const stack = await startStack({ dataDir: dir });
await migrateToLatest(stack.databaseUrl);
const db = openDb(stack.databaseUrl, { poolSize: 3, statementTimeoutMs: 120_000 });
const queues = openQueues(contracts, { redisUrl: stack.redisUrl, prefix: 'nashra' });
const redis = openRedis(stack.redisUrl);
const env = {
  DATABASE_URL: stack.databaseUrl,
  REDIS_URL: stack.redisUrl,
  NASHRA_BLOBS: join(dir, 'blobs'),
  NASHRA_CONNECT_TO: `*:*=127.0.0.1:${(site.address() as AddressInfo).port}`,
  FETCH_ALLOW_PRIVATE: '*',
  LOG_LEVEL: 'warn',
};
const main = (name: string) =>
  fileURLToPath(new URL(`../../services/${name}/src/main.ts`, import.meta.url));

const { publisherId, feedId } = await fill(db);
const services = superviseServices(
  ['scheduler', 'fetch'].map((name) => ({ name, main: main(name), env })),
  { logDir: stack.logDir },
);
try {
  await sleep(20_000);
  const lags: number[] = [];
  let peakMb = 0;
  for (let at = 0; at < size.live; at += 1) {
    lags.push(await liveLag(at));
    const memory = await redis.redis.info('memory');
    peakMb = Math.max(peakMb, Number(/used_memory:(\d+)/.exec(memory)?.[1]) / 1e6);
    await sleep(200);
  }
  const counts = await queues.counts(['fetch']);
  lags.sort((a, b) => a - b);
  const lag = (share: number) => lags[Math.floor(share * (lags.length - 1))];
  console.log(`${size.addresses} addresses of ${size.hosts} hosts waiting`);
  console.log(`Redis: ${peakMb.toFixed(1)} MB, fetch jobs ${JSON.stringify(counts.fetch)}`);
  console.log(
    `live address added to fetched: median ${lag(0.5)} ms, worst ${lag(1)} ms of ${size.live}`,
  );
} finally {
  await services.stop();
  await queues[Symbol.asyncDispose]();
  await redis[Symbol.asyncDispose]();
  await db.destroy();
  await stack.stop();
  site.close();
  rmSync(dir, { recursive: true, force: true });
}

/** Milliseconds from the commit that enters a live address until its fetch has ended. */
async function liveLag(at: number): Promise<number> {
  const address = `http://host-${(at * 7) % size.hosts}.example/live/${at}`;
  const started = performance.now();
  const { hosts } = await discover(db, [{ address, kind: 'article', lane: 0 }], {
    publisherId,
    foundIn: feedId,
    revisitAfterMs: 0,
  });
  await release({ db, queues }, { ...releaseOptions(pace), hosts });
  for (;;) {
    const row = await db
      .selectFrom('address')
      .select('state')
      .where('address', '=', address)
      .where('host', '=', new URL(address).host)
      .where('id', '>', feedId)
      .where('state', '=', 'dropped')
      .executeTakeFirst();
    if (row) return Math.round(performance.now() - started);
    await sleep(20);
  }
}

async function fill(db: Db): Promise<{ publisherId: number; feedId: number }> {
  const publisher = await db
    .insertInto('publisher')
    .values({ slug: 'backlog', name: 'Backlog', time_zone: 'UTC' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`
    insert into nashra.address (key, address, host, publisher_id, kind, lane)
    select decode(md5('key' || n), 'hex'), 'http://host-' || n % ${size.hosts}::int || '.example/' || n,
      'host-' || n % ${size.hosts}::int || '.example', ${publisher.id}, 'article', 1
    from generate_series(1, ${size.addresses}::int) as n`.execute(db);
  await sql`analyze nashra.address`.execute(db);
  const feed = await db
    .insertInto('address')
    .values({
      key: Buffer.alloc(16),
      address: 'http://host-0.example/feed',
      host: 'host-0.example',
      publisher_id: publisher.id,
      kind: 'feed',
      state: 'read',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { publisherId: publisher.id, feedId: feed.id };
}
