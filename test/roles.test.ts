import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { endLongReaders, makeReaderLogin, migrateToLatest, openDb } from '@nashra/db';
import { type TestDatabase, testDatabase, waitFor } from '@nashra/testkit';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRights, withRights } from './roles/describe.ts';

const LOGIN = 'roles_test';
let database: TestDatabase;
let readerUrl: string;
beforeAll(async () => {
  database = await testDatabase();
  readerUrl = await addLogin(LOGIN);
});
afterAll(async () => {
  await sql`drop role if exists ${sql.id(LOGIN)}`.execute(database.owner);
  await database.drop();
});

async function addLogin(name: string): Promise<string> {
  const url = new URL(database.url);
  url.username = name;
  url.password = await makeReaderLogin(database.owner, name);
  return url.href;
}

async function asReader<T>(work: (reader: pg.Client) => Promise<T>): Promise<T> {
  const reader = new pg.Client(readerUrl);
  reader.on('error', () => {});
  await reader.connect();
  return await work(reader).finally(() => reader.end().catch(() => {}));
}

it('gives each role what docs/security.md says; where a change is meant: npm run docs:roles', async () => {
  const page = readFileSync(resolve(import.meta.dirname, '../docs/security.md'), 'utf8');
  expect(page).toBe(withRights(page, await readRights(database.db)));
});

describe('a service', () => {
  it('acts as nashra_app, whoever logs in', async () => {
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(database.db);
    expect(rows).toEqual([{ role: 'nashra_app' }]);
  });

  it.each([
    'create table nashra.mine ()',
    'create table reader.mine ()',
    'create table public.mine ()',
    'create temporary table mine ()',
    'truncate nashra.address',
    'alter table nashra.address add column mine text',
    'drop view reader.articles',
    'drop table nashra.candidate_key',
    'create role mine superuser',
    'alter role nashra_app superuser',
    "copy (select 1) to program 'true'",
    "update nashra.kysely_migration set name = 'x'",
    'create extension dblink',
    "select nashra.drop_key_day('address')::text || (select 1/0)::text",
  ])('may not: %s', async (statement) => {
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(
      /denied|permission|must be|owner|division/i,
    );
    const { rows } = await sql`select from nashra.address limit 0`.execute(database.db);
    expect(rows).toEqual([]);
  });
});

describe('a reader', () => {
  // He may lift what is set for him: what is left is what he has no right to.
  it.each([
    'select pg_advisory_lock(3853314791062309107)',
    'select pg_try_advisory_lock(1)',
    'select pg_advisory_xact_lock_shared(1, 2)',
    "select pg_notify('nashra_changes', 'x')",
    'select lo_create(0)',
    "select lo_from_bytea(0, 'x')",
    'create temporary table mine (a integer)',
    'select pg_sleep(1)',
    "set temp_file_limit = '100GB'",
    'set log_min_messages = debug5',
    "select pg_read_file('PG_VERSION')",
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()',
    'begin; lock table nashra.migrating in access share mode',
    'begin; lock table reader.articles in share mode',
    'select nashra.end_long_readers(0, 0)',
    'set role nashra_app',
  ])('may not: %s', async (statement) => {
    await asReader(async (reader) => {
      await reader.query('set default_transaction_read_only = off');
      await expect(reader.query(statement)).rejects.toThrow(/denied|permission|must/i);
    });
  });

  it('cannot stop an upgrade by a lock, as Kysely’s own would let him', async () => {
    await asReader(async (reader) => {
      await reader.query('begin');
      await reader.query('lock table reader.publishers in access share mode').catch(() => {});
      await reader.query('select 1').catch(() => {});
      expect(await migrateToLatest(database.url)).toEqual([]);
    });
  });

  it('has ten connections and no more', async () => {
    const tries = Array.from({ length: 40 }, () => new pg.Client(readerUrl));
    for (const it of tries) it.on('error', () => {});
    const answers = await Promise.allSettled(tries.map((it) => it.connect()));
    const held = answers.filter((it) => it.status === 'fulfilled').length;
    await Promise.allSettled(tries.map((it) => it.end()));
    expect(held).toBe(10);
  });

  it('spills no more than 256 MB to the disk', async () => {
    await asReader(async (reader) => {
      await reader.query("set work_mem = '64kB'; set statement_timeout = 0");
      const sorted =
        'select count(*) from (select repeat(n::text, 100) as it from generate_series(1, 2000000) n order by it) s';
      await expect(reader.query(sorted)).rejects.toThrow(/temp_file_limit/);
    });
  }, 60_000);

  it('is ended when he lifts his limits, and nobody else is', async () => {
    await asReader(async (reader) => {
      await reader.query('set statement_timeout = 0; set idle_in_transaction_session_timeout = 0');
      await reader.query('begin');
      await reader.query('select 1');
      await sql`begin; select 1; commit`.execute(database.owner).catch(() => {});
      const ends = await waitFor(() =>
        endLongReaders(database.db, { statementS: 0, transactionS: 0 }),
      );
      expect(ends).toBe(1);
      await expect(reader.query('select 1')).rejects.toThrow();
    });
  });
});

it('lets a login that may make no roles migrate and work as itself', async () => {
  const name = 'roles_plain';
  await sql`create role ${sql.id(name)} login password 'plain-pa55'`.execute(database.owner);
  const plain = `plain_${Date.now()}`;
  await sql`create database ${sql.id(plain)} owner ${sql.id(name)}`.execute(database.owner);
  try {
    const url = new URL(database.url);
    Object.assign(url, { username: name, password: 'plain-pa55', pathname: `/${plain}` });
    expect((await migrateToLatest(url.href)).length).toBeGreaterThan(10);
    await using db = openDb(url.href, { poolSize: 1, as: 'nashra_app' });
    const { rows } = await sql<{ role: string }>`
      select current_user as role, nashra.make_key_day('2020-01-01')::text as made`.execute(db);
    expect(rows).toMatchObject([{ role: name }]);
  } finally {
    await sql`drop database ${sql.id(plain)} with (force)`.execute(database.owner);
    await sql`drop role ${sql.id(name)}`.execute(database.owner);
  }
}, 60_000);
