import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Db,
  endLongReaders,
  makeReaderLogin,
  migrateToLatest,
  openDb,
  readerBackends,
} from '@nashra/db';
import { yieldReaders } from '@nashra/stack';
import { addArticles, waitFor } from '@nashra/testkit';
import { sql } from 'kysely';
import pg from 'pg';
import { readRights, withRights } from '../../roles/describe.ts';
import type { Check, Part } from '../part.ts';
import { openServers } from '../servers.ts';

const DENIED = [
  'select pg_advisory_lock(3853314791062309107)',
  'select pg_advisory_lock_shared(1)',
  'select pg_try_advisory_xact_lock(1, 1)',
  "select pg_notify('nashra_changes', 'x')",
  'select lo_creat(-1)',
  'create temporary table mine ()',
  'create table public.mine ()',
  'create schema mine',
  'select pg_sleep(60)',
  "set temp_file_limit = '-1'",
  "set session_replication_role = 'replica'",
  'begin; lock table nashra.latch in access share mode',
  'begin; lock table reader.articles in exclusive mode',
  'select from nashra.address for update',
  'set role nashra_app',
  'select nashra.end_long_readers(0, 0)',
  "copy (select 1) to '/tmp/mine'",
  'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()',
];

const WRITERS = 4;
const WINDOW_MS = 2_000;
/** Until sessions that have just come are known. */
const SETTLE_MS = 1_000;
/** Goes of a second differ by this much on a machine that does something else. */
const FELT_QUICKLY = 1.5;
const SORT =
  'select count(*) from (select md5(n::text) as x from generate_series(1, 400000) n order by x) s';
const CROSS = 'select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b';

/** Asks again and again, and whatever else comes of it. */
const goOn = (statement: string) => async (reader: Reader) => {
  const again = async () => {
    for (;;) await reader.query(statement);
  };
  again().catch(() => {});
};

/** What a reader holds or does while articles are written, and is promised not to be felt. */
const ATTACKS: Readonly<Record<string, (reader: Reader) => Promise<void>>> = {
  'locks on what his views read': async (reader) => {
    await reader.query('begin; lock table reader.articles, reader.changes in access share mode');
  },
  'transactions he never ends': async (reader) => {
    await reader.query('set idle_in_transaction_session_timeout = 0');
    await reader.query(
      'begin isolation level repeatable read; select from reader.articles limit 1',
    );
  },
  'connections that come and go': async (reader) => {
    await reader.query('select 1');
    await reader.end();
  },
};
const HOGS: typeof ATTACKS = { sorts: goOn(SORT), 'cross joins': goOn(CROSS) };

type Reader = pg.Client;
const SHOUT = resolve(import.meta.dirname, '../doors/shout.ts');

/** Opens as many connections as the server gives; those it gives. */
async function connect(url: string, tries: number): Promise<Reader[]> {
  const clients = Array.from({ length: tries }, () => new pg.Client(url));
  for (const client of clients) client.on('error', () => {});
  const answers = await Promise.allSettled(clients.map((client) => client.connect()));
  return clients.filter((_, at) => answers[at]?.status === 'fulfilled');
}

const end = (readers: readonly Reader[]) =>
  Promise.allSettled(readers.map((reader) => reader.end()));

interface Writing extends AsyncDisposable {
  /** Articles a second, of some seconds from now on. */
  rate(): Promise<number>;
}

/** Writes articles all the while, as many at a time as services have hands for: no processor is idle that a reader could have for nothing. */
function startWriting(db: Db): Writing {
  let articles = 0;
  let isOver = false;
  const write = async () => {
    while (!isOver) {
      await addArticles(
        db,
        Array.from({ length: 5 }, () => ({ publisherId: 1 })),
      );
      articles += 5;
    }
  };
  const writers = Promise.all(Array.from({ length: WRITERS }, write));
  return {
    async rate() {
      const [from, before] = [performance.now(), articles];
      await sleep(WINDOW_MS);
      return (articles - before) / ((performance.now() - from) / 1_000);
    },
    async [Symbol.asyncDispose]() {
      isOver = true;
      await writers;
    },
  };
}

/** Waits until all readers' sessions have had to yield. */
const yielded = (owner: Db) =>
  waitFor(
    async () => {
      const pids = await readerBackends(owner);
      return pids.every((pid) => priorityOf(pid) !== 0);
    },
    { timeoutMs: 10_000, what: 'readers to yield' },
  );

/** Of a process that is there; null of one that has gone. */
function priorityOf(pid: number): number | null {
  try {
    return getPriority(pid);
  } catch {
    return null;
  }
}

/** Ends sessions from both ends: a statement goes on after its client has gone. */
async function stopAll(owner: Db, readers: readonly Reader[]): Promise<void> {
  const pids = await readerBackends(owner);
  await sql`select pg_terminate_backend(pid) from unnest(${[...pids]}::int[]) as pid`.execute(
    owner,
  );
  await end(readers);
}

/** How much slower it is with the attack than without, taken in turns. */
async function slowdown(db: Db, attack: () => Promise<() => Promise<unknown>>, rounds: number) {
  const ratios: number[] = [];
  await using writing = startWriting(db);
  for (let round = 0; round < rounds; round += 1) {
    const before = await writing.rate();
    const stop = await attack();
    await sleep(SETTLE_MS);
    const during = await writing.rate();
    await stop();
    const after = await writing.rate();
    ratios.push((before + after) / (2 * during));
  }
  return ratios.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

/** Ten connections that say it again and again: not of this process, whose own work is measured. */
async function shouting(url: string, statement: string): Promise<() => Promise<unknown>> {
  const child = spawn(process.execPath, [SHOUT, url, '10', statement], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  return async () => {
    child.kill('SIGKILL');
    await ended;
  };
}

/** What each role may do, and what a reader who is an enemy can. */
export const part: Part = {
  name: 'roles',
  async run({ quick }) {
    await using servers = await openServers();
    const { url } = servers.postgres;
    const checks: Check[] = [];
    const expect = (name: string, holds: boolean, detail = '') =>
      checks.push({ name, holds, ...(detail && { detail }) });
    await using owner = openDb(url, { poolSize: 2 });
    await using db = openDb(url, { poolSize: 4, as: 'nashra_app' });
    const page = readFileSync(resolve(import.meta.dirname, '../../../docs/security.md'), 'utf8');
    expect('roles are as docs/security.md says', page === withRights(page, await readRights(db)));
    const readerUrl = new URL(url);
    readerUrl.username = 'enemy';
    readerUrl.password = await makeReaderLogin(owner, 'enemy');
    await db.insertInto('publisher').values({ slug: 'a', name: 'a', time_zone: 'UTC' }).execute();

    for (const statement of DENIED) {
      const [reader] = await connect(readerUrl.href, 1);
      await reader?.query('set default_transaction_read_only = off');
      const refusal = await reader?.query(statement).then(
        () => 'allowed',
        ({ code }: { code: string }) => code,
      );
      // 42501: no right; 0LP01, 25006: not so.
      expect(`a reader may not: ${statement}`, refusal === '42501', String(refusal));
      await reader?.end();
    }

    const held = await connect(readerUrl.href, 192);
    expect('192 connections: a reader gets ten', held.length === 10, String(held.length));
    await end(held);

    await using _yielding = yieldReaders({ backends: () => readerBackends(owner) });
    const rounds = quick ? 3 : 7;
    for (const [name, attack] of Object.entries({ ...ATTACKS, ...HOGS })) {
      const ratio = await slowdown(
        db,
        async () => {
          const readers = await connect(readerUrl.href, 10);
          await Promise.all(readers.map(attack));
          await yielded(owner);
          return () => stopAll(owner, readers);
        },
        rounds,
      );
      const slower = `× ${ratio.toFixed(2)}`;
      const most = quick && name in HOGS ? FELT_QUICKLY : 1.1;
      expect(`${name}: writing is not felt to slow`, ratio <= most, slower);
    }

    // NOTIFY is a statement that Postgres lets nobody be denied, and its commits wait for each other; others show what the traffic costs.
    const shouted = (statement: string) =>
      slowdown(db, () => shouting(readerUrl.href, statement), rounds);
    const [notices, words] = [await shouted('notify nashra_changes'), await shouted('select 1')];
    expect(
      'notices for nothing: felt, as is said, and writing goes on',
      notices < 8,
      `× ${notices.toFixed(2)}, where as many statements that tell nobody make it × ${words.toFixed(2)}`,
    );

    const [locking] = await connect(readerUrl.href, 1);
    await locking?.query('begin; lock table reader.articles in access share mode');
    expect('an upgrade is not stopped by his locks', (await migrateToLatest(url)).length === 0);
    await locking?.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
    await sleep(20);
    expect(
      'who stays too long is ended',
      (await endLongReaders(db, { statementS: 0, transactionS: 0 })) === 1,
    );

    const busy = await connect(readerUrl.href, 2);
    const works = [
      "set work_mem = '64kB'; select count(*) from (select repeat(n::text, 99) x from generate_series(1, 3000000) n order by x) s",
      'set statement_timeout = 0; select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b',
    ];
    const ends = Promise.all(
      busy.map((reader, at) =>
        reader.query(works[at] ?? '').then(
          () => 'done',
          ({ code }: { code: string }) => code,
        ),
      ),
    );
    const until = Date.now() + 60_000;
    let ended = false;
    void ends.then(() => {
      ended = true;
    });
    while (!ended && Date.now() < until) {
      await sleep(500);
      await endLongReaders(db, { statementS: 8, transactionS: 8 });
    }
    const codes = await Promise.race([ends, sleep(1, ['still running'])]);
    expect('a sort ends at its share of the disk', codes[0] === '53400', codes[0]);
    expect('a cross join is ended', codes[1] === '57P01', codes[1]);
    await end(busy);
    return checks;
  },
};
