/**
 * One host of fifty closes its door: how soon operators are told, what it takes to put all right by pages, terminal and API, and
 * whether live news comes meanwhile. Real services, real fetches.
 *
 *   node bench/console/planted.ts [--addresses 20000] [--bulk 100000] [--quick]
 *
 * The last line is one JSON object.
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { addApiToken, addUser, readAudit } from '@nashra/audit';
import { begin, readFailureFilter, sumFailures } from '@nashra/ledger';
import { askForRelease, askForRun, askOfRun, type BulkRun, enter, readRun } from '@nashra/pipeline';
import { loadService, superviseServices } from '@nashra/stack';
import { sql } from 'kysely';
import { openServers, serversEnv } from '../pipeline/servers.ts';
import { openNewspapers } from './newspapers.ts';

const { values } = parseArgs({
  options: {
    addresses: { type: 'string', default: '20000' },
    bulk: { type: 'string', default: '100000' },
    quick: { type: 'boolean', default: false },
  },
});
const scale = values.quick ? 0.05 : 1;
const planted = Math.round(Number(values.addresses) * scale);
const bulk = Math.round(Number(values.bulk) * scale);
const HOSTS = 50;
const HOST = 'host-7.example';
const PASSWORD = 'a-long-password';
const FILTER = `host:${HOST} reason:http_403`;
const act = { actor: 'bench', reason: 'to see what comes of it' };

await using papers = await openNewspapers();
await using servers = await openServers();
const { db, queues } = servers;
const env = {
  ...serversEnv(servers),
  NASHRA_CONNECT_TO: `*:*=127.0.0.1:${papers.port}`,
  FETCH_ALLOW_PRIVATE: '*',
  HOST_INTERVAL_MS: '1',
  HOST_CONCURRENCY: '16',
};
const told: { readonly at: number; readonly lines: readonly string[] }[] = [];
const bell = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  told.push({ at: performance.now(), lines: JSON.parse(body).lines });
  response.end();
});
bell.listen(0, '127.0.0.1');
await once(bell, 'listening');
const names = ['scheduler', 'fetch', 'parse', 'dedupe', 'index'];
const main = (name: string) =>
  fileURLToPath(new URL(`../../services/${name}/src/main.ts`, import.meta.url));
const services = superviseServices(
  names.map((name) => ({ name, main: main(name), env })),
  { logDir: `${servers.dir}/logs` },
);
const start = await loadService('ops');
const ops = await start({
  ...env,
  OPS_PORT: '0',
  OPS_PASSWORD: PASSWORD,
  OPS_ALARM_TO: `webhook:http://127.0.0.1:${(bell.address() as AddressInfo).port}/`,
});
const site = `http://127.0.0.1:${(ops as unknown as { sitePort: number }).sitePort}`;
const authorization = `Basic ${Buffer.from(`operator:${PASSWORD}`).toString('base64')}`;
const headers = { authorization, accept: 'text/html', origin: site };
const page = async (path: string) => await (await fetch(site + path, { headers })).text();
const post = (path: string, fields: Record<string, string>) =>
  fetch(site + path, {
    method: 'POST',
    headers,
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
const seconds = (since: number) => Math.round((performance.now() - since) / 100) / 10;

async function until(what: string, isSo: () => Promise<boolean>, everyMs = 200): Promise<void> {
  const ends = performance.now() + 3_600_000;
  while (!(await isSo())) {
    if (performance.now() > ends) throw new Error(`${what}: not within an hour`);
    await sleep(everyMs);
  }
}
const failed = async (filter: string) => (await sumFailures(db, readFailureFilter(filter))).count;
const runUntil = async (id: number, isSo: (run: BulkRun) => boolean) => {
  await until(
    `run ${id}`,
    async () => {
      const run = await readRun(db, id);
      return run !== null && isSo(run);
    },
    50,
  );
  return (await readRun(db, id)) as BulkRun;
};
const hasEnded = ({ endedAt, state }: BulkRun) => endedAt !== null && state !== 'undoing';

/** Milliseconds until each of some live reports is an article. */
async function liveLag(count: number, name: string) {
  const took: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    const host = `host-${8 + (n % (HOSTS - 10))}.example`;
    const { id } = await enter({ db, queues }, `http://${host}/${name}/${n}`, {
      act,
      timeZone: 'UTC',
    });
    await until(
      'a live report',
      async () => {
        const { rows } =
          await sql`select 1 from nashra.address where id = ${id} and state in ('indexed', 'known')`.execute(
            db,
          );
        return rows.length > 0;
      },
      10,
    );
    took.push(performance.now() - began);
  }
  took.sort((a, b) => a - b);
  return {
    p50: Math.round(took[count >> 1] ?? 0),
    p95: Math.round(took[Math.floor(0.95 * count)] ?? 0),
  };
}

await sleep(5_000);
await liveLag(5, 'warm');
const alone = await liveLag(40, 'alone');
console.log('live lag alone', alone);

papers.closed.add(HOST);
const addresses = Array.from({ length: planted }, (_, n) => ({
  ...{ address: `http://${HOST}/report/${n}`, publisherId: 0, kind: 'article' as const },
}));
for (let n = 0; n < planted; n += 1_000)
  await begin(db, addresses.slice(n, n + 1_000), { waiting: 'waiting' });
await askForRelease({ queues }, [HOST]);
await until('told', async () => told.some(({ lines }) => lines.some((it) => it.includes(HOST))));
const alarm = told.find(({ lines }) => lines.some((it) => it.includes(HOST)));
const alarmSeconds = Math.round(((alarm?.at ?? 0) - (papers.refusedAt ?? 0)) / 100) / 10;
const first = await page('/');
const isNamed = first.includes(HOST) && first.includes('http_403');
console.log(`told after ${alarmSeconds} s; named on the first page: ${isNamed}`);
await until('all have failed', async () => (await failed(FILTER)) >= planted);

// By the pages: the group's link, and the button; the host still refuses.
const order = { verb: 'retry', filter: FILTER, because: 'their firewall lets us in again' };
const runOfPage = async () =>
  Number((await post('/runs', order)).headers.get('location')?.split('/').at(-1));
const stopped = await runUntil(await runOfPage(), hasEnded);
console.log(`while it refuses: ${stopped.state} (${stopped.why}) after ${stopped.acted}`);

papers.closed.clear();
let began = performance.now();
const id = await runOfPage();
await runUntil(id, ({ sent }) => sent > 10 + planted / 10);
const during = await liveLag(20, 'during');
await runUntil(id, ({ sent, matched }) => sent > (matched ?? 0) / 2 || sent === matched);
const asked = performance.now();
await post(`/runs/${id}/abort`, {});
const aborted = await runUntil(id, ({ wanted }) => wanted === null);
const abortMs = Math.round(performance.now() - asked);
await post(`/runs/${id}/undo`, {});
const undone = await runUntil(id, ({ wanted, state }) => wanted === null && state !== 'undoing');
console.log(
  `phases ${JSON.stringify(undone.phases)}, ${undone.acted} sent, ${aborted.state} in ${abortMs} ms, ${undone.takenBack} taken back`,
);

// By the terminal: some; by the API: the rest.
await until('the rest to be still', async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from nashra.flight`.execute(
    db,
  );
  return rows[0]?.n === 0;
});
const cli = async (...args: string[]) =>
  (
    await promisify(execFile)(
      process.execPath,
      [fileURLToPath(new URL('../../packages/cli/bin/nashra.js', import.meta.url)), ...args],
      { env },
    )
  ).stdout;
const left = await failed(FILTER);
const most = `${Math.max(1, Math.min(500, left >> 1))}`;
const byTerminal =
  left === 0
    ? null
    : JSON.parse(
        await cli(
          'retry',
          `host:${HOST}`,
          'reason:http_403',
          '--yes',
          '--because',
          'by terminal',
          '--limit',
          most,
          '--json',
        ),
      );
await addUser(db, { name: 'amina', role: 'operator' }, act);
const token = await addApiToken(
  db,
  { who: 'amina', name: 'bench', scopes: ['failures'], days: 1 },
  act,
);
const answer = await fetch(`${site}/api/ops/v1/runs`, {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify({ verb: 'retry', filter: `host:${HOST}`, because: 'by program' }),
});
const byProgram = await runUntil(((await answer.json()) as { id: number }).id, hasEnded);
await until('none is left', async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from nashra.flight`.execute(
    db,
  );
  return rows[0]?.n === 0;
});
const rightSeconds = seconds(began);
const remaining = await failed(`host:${HOST}`);
const deeds = (await readAudit(db, { subject: FILTER, limit: 50 })).map(({ action }) => action);
console.log(
  `terminal ${byTerminal?.state}, program ${byProgram.state}, ${remaining} still fail, after ${rightSeconds} s`,
);

// Very many at once, on many hosts: live news come all the same.
await sql`insert into nashra.address (key, address, host, publisher_id, kind, state, reason)
  select decode(md5('bulk' || n), 'hex'), 'http://many-' || n % 200 || '.example/' || n, 'many-' || n % 200 || '.example',
    0, 'article', 'dropped', 'timeout' from generate_series(1, ${bulk}::int) n`.execute(db);
began = performance.now();
const all = await askForRun(db, { verb: 'retry', filter: 'reason:timeout', isWhole: true }, act);
await runUntil(all, ({ sent }) => sent > 0);
const lag = await liveLag(60, 'bulk');
const { sent } = (await readRun(db, all)) as BulkRun;
await askOfRun(db, all, 'abort', act).catch(() => {});
console.log(`live lag beside ${sent} of ${bulk} sent in ${seconds(began)} s`, lag);

const result = {
  ...{ planted, alarmSeconds, isNamed, alone, during },
  refused: { state: stopped.state, acted: stopped.acted },
  again: { phases: undone.phases, acted: undone.acted, abortMs, takenBack: undone.takenBack },
  ...{
    terminal: byTerminal?.state ?? null,
    program: byProgram.state,
    remaining,
    rightSeconds,
    deeds,
  },
  bulk: { of: bulk, sent, lag },
};
await ops[Symbol.asyncDispose]();
await services.stop();
bell.close();
console.log(JSON.stringify(result));
