/**
 * How many pages the portal answers, kept ones and ones nobody asked for before, beside its database on the same machine.
 *   node bench/portal/main.ts [--articles 300000] [--seconds 10] [--connections 40] [--data DIR]
 * A folder named by --data keeps the filled database, so that the next run with it begins at once.
 * CPU an answer is that of portal and database, what asks left out: it can be compared where other work goes on. The last line is one
 * JSON object.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDb } from '@nashra/db';
import { freePort, superviseServices } from '@nashra/stack';
import { cpuOfTree, memoryOf, waitFor } from '@nashra/testkit';
import { sql } from 'kysely';
import { openServers } from '../pipeline/servers.ts';
import { furnish } from './furnish.ts';
import type { Load, Loaded } from './load.ts';
import { paintOf } from './paint.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '300000' },
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '40' },
    data: { type: 'string' },
  },
});
const [articles, seconds, connections] = [
  Number(values.articles),
  Number(values.seconds),
  Number(values.connections),
];
await using servers = await openServers({ shared_buffers: '512MB' }, values.data);
await using db = openDb(servers.postgres.url, { poolSize: 2, statementTimeoutMs: 0 });
await furnish(db, articles);

const port = await freePort();
const data = mkdtempSync(join(tmpdir(), 'nashra-portal-bench-'));
await using open = new AsyncDisposableStack();
open.defer(() => rmSync(data, { recursive: true, force: true }));
const portal = superviseServices(
  [
    {
      name: 'portal',
      main: new URL('../../services/portal/src/main.ts', import.meta.url).pathname,
      env: {
        DATABASE_URL: servers.postgres.url,
        REDIS_URL: servers.redis.url,
        NASHRA_DATA: data,
        PORTAL_PORT: String(port),
        LOG_LEVEL: 'warn',
      },
    },
  ],
  { logDir: join(data, 'logs') },
);
open.defer(() => portal.stop());
const origin = `http://127.0.0.1:${port}`;
await waitFor(async () => (await fetch(`${origin}/readyz`)).ok, {
  timeoutMs: 60_000,
  what: 'the portal',
});
const pid = portal.statuses()[0]?.pid ?? -1;

const { rows } = await sql<{ path: string }>`
  select '/' || p.slug || '/' || a.id as path from nashra.article a join nashra.publisher p on p.id = a.publisher_id
  order by a.id * 7919 % 1000003 limit 60000`.execute(db);
const paths = rows.map((row) => row.path);
const home = ['/', '/fr', '/en'];
await load('warming up', paths.slice(0, 3_000), true);
const results = {
  article: await load('articles, kept', paths.slice(0, 300), false),
  home: await load('home, kept', home, false),
  homeMine: await load(
    'home, made anew each time for a reader who muted something',
    home,
    false,
    await mute(),
  ),
  articleCold: await load('articles nobody asked for before', paths.slice(3_000), true),
  listingCold: await load('pages of publishers and days nobody asked for before', listings(), true),
};
const paint = await paintOf(origin, ['/', paths[0] ?? '/']);
if (paint)
  console.log(
    `largest paint at slow 4G and a fourth of the speed: ${Object.values(paint).join(', ')} ms (home, article)`,
  );
const memory = Math.round(memoryOf(pid));
console.log(`the portal takes ${memory} MiB`);
console.log(JSON.stringify({ articles, connections, ...results, paint, memory }));

function listings(): string[] {
  const days = Array.from({ length: Math.floor(articles / 2_880) }, (_, n) =>
    new Date(Date.now() - (n + 1) * 86_400_000).toISOString().slice(0, 10),
  );
  const slugs = Array.from({ length: 100 }, (_, n) => `filled-${n + 1}`);
  return ['', '/fr', '/en'].flatMap((tongue) => [
    ...days.map((day) => `${tongue}/day/${day}`),
    ...slugs.map((slug) => `${tongue}/publisher/${slug}`),
  ]);
}

/** The cookie of somebody who wants a publisher out of sight. */
async function mute(): Promise<string> {
  const answer = await fetch(`${origin}/settings`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin },
    body: new URLSearchParams({ muted: 'filled-1', words: '' }),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0];
  if (!cookie) throw new Error('nothing could be muted');
  return cookie;
}

async function load(what: string, asked: readonly string[], isOnce: boolean, cookie = '') {
  const before = [cpuOfTree(pid), cpuOfTree(servers.postgres.pid)] as const;
  const child = fork(new URL('./load.ts', import.meta.url));
  child.send({ origin, paths: asked, connections, seconds, isOnce, cookie } satisfies Load);
  const [loaded] = (await once(child, 'message')) as [Loaded];
  await once(child, 'exit');
  const each = (ms: number) => Math.round((1_000 * ms) / loaded.requests) / 1_000;
  const result = {
    perSecond: Math.round(loaded.requests / loaded.seconds),
    p50: loaded.p50,
    p99: loaded.p99,
    failed: loaded.failed,
    cpuMs: {
      portal: each(cpuOfTree(pid) - before[0]),
      postgres: each(cpuOfTree(servers.postgres.pid) - before[1]),
    },
  };
  console.log(
    `${what}: ${result.perSecond} a second, p50 ${result.p50}, p99 ${result.p99} ms; CPU ms each: portal ${result.cpuMs.portal}, Postgres ${result.cpuMs.postgres}${result.failed ? `; ${result.failed} failed` : ''}`,
  );
  return result;
}
