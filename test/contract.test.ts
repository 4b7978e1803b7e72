import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { dropReaderLogin, listReaderLogins, makeReaderLogin } from '@nashra/db';
import { openReader } from '@nashra/reader';
import { type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Contract, readContract, withContract } from './contract/describe.ts';

const root = resolve(import.meta.dirname, '..');
let database: TestDatabase;
let contract: Contract;
beforeAll(async () => {
  database = await testDatabase();
  contract = await readContract(database.db);
});
afterAll(() => database.drop());

describe('schema reader', () => {
  it('says what every view, column and function is for', () => {
    const { views, columns, functions } = contract;
    expect(views.filter((it) => !it.says)).toEqual([]);
    expect(columns.filter((it) => !it.says)).toEqual([]);
    expect(functions.filter((it) => !it.says)).toEqual([]);
    expect(columns.length).toBeGreaterThan(100);
  });

  it('is as docs/reader.md promises; where a change is meant: npm run docs:reader', () => {
    const page = readFileSync(resolve(root, 'docs/reader.md'), 'utf8');
    expect(page).toBe(withContract(page, contract));
  });

  it('is as packages/reader types it', () => {
    const source = readFileSync(resolve(root, 'packages/reader/src/schema.ts'), 'utf8');
    const typed = [...source.matchAll(/'reader\.(\w+)': \{([^}]*)\}/g)].flatMap(([, view, body]) =>
      [...(body ?? '').matchAll(/(\w+):/g)].map(([, column]) => `${view}.${column}`),
    );
    const views = new Set(typed.map((it) => it.split('.')[0]));
    const there = contract.columns
      .filter((it) => views.has(it.view) && it.name !== 'search')
      .map((it) => `${it.view}.${it.name}`);
    expect(typed.toSorted()).toEqual(there.toSorted());
  });
});

describe('the role nashra_reader', () => {
  const asked = async <T>(query: ReturnType<typeof sql<T>>) =>
    (await query.execute(database.db)).rows;

  it('has no right on any table, sequence, function or schema of the pipeline', async () => {
    expect(
      await asked(sql`
        select c.relname, privilege from pg_class c
        cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) privilege
        where c.relnamespace = 'nashra'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
          and has_table_privilege('nashra_reader', c.oid, privilege)`),
    ).toEqual([]);
    expect(
      await asked(sql`
        select sequencename from pg_sequences where schemaname = 'nashra'
          and has_sequence_privilege('nashra_reader', format('nashra.%I', sequencename), 'usage, select, update')`),
    ).toEqual([]);
    expect(
      await asked(sql`
        select nspname from pg_namespace where nspname !~ '^pg_' and has_schema_privilege('nashra_reader', oid, 'create')
        union all select 'nashra' where has_schema_privilege('nashra_reader', 'nashra', 'usage')
        union all select current_database() where has_database_privilege('nashra_reader', current_database(), 'create')`),
    ).toEqual([]);
  });

  it('reads all of the views, and writes none', async () => {
    for (const { name } of contract.views) {
      const rights = await asked(sql<{ may: string }>`
        select privilege as may from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) privilege
        where has_table_privilege('nashra_reader', ${`reader.${name}`}, privilege)`);
      expect([name, ...rights.map((it) => it.may)]).toEqual([name, 'select']);
    }
  });

  it('may set nothing that is not everybody’s own, and nothing for the server', async () => {
    expect(
      await asked(sql`
        select name from pg_settings where context <> 'user' and has_parameter_privilege('nashra_reader', name, 'set')
        union all select name from pg_settings where has_parameter_privilege('nashra_reader', name, 'alter system')`),
    ).toEqual([]);
  });

  it('is refused when it tries, table by table and function by function', async () => {
    const password = await makeReaderLogin(database.owner, 'contract_test');
    try {
      expect(await listReaderLogins(database.db)).toContain('contract_test');
      const url = new URL(database.url);
      url.username = 'contract_test';
      url.password = password;
      await using reader = openReader(url.href, { poolSize: 1 });
      // A login may undo its own settings: what is left is what it has no right to.
      await sql`set session characteristics as transaction read write`.execute(reader);
      await sql`select * from reader.articles`.execute(reader);
      await sql`select * from reader.changes_after(0)`.execute(reader);
      const tables = await asked(sql<{ name: string }>`
        select relname as name from pg_class where relnamespace = 'nashra'::regnamespace and relkind in ('r', 'p')`);
      const calls = await asked(sql<{ call: string }>`
        select format('nashra.%I(%s)', proname, array_to_string(array_fill('null'::text, array[pronargs]), ', ')) as call
        from pg_proc where pronamespace = 'nashra'::regnamespace`);
      expect(tables.length * calls.length).toBeGreaterThan(0);
      const tries = [
        ...tables.map(({ name }) => `select from nashra.${name}`),
        ...tables.map(({ name }) => `delete from nashra.${name}`),
        ...calls.map(({ call }) => `select ${call}`),
        'create table reader.mine (a integer)',
        'create table public.mine (a integer)',
        'create schema mine',
        'delete from reader.articles',
        'alter role nashra_reader superuser',
        'alter system set jit = off',
        'set session_replication_role = replica',
      ];
      for (const text of tries) {
        await expect(sql.raw(text).execute(reader), text).rejects.toThrow(
          /denied|cannot|permission|must/i,
        );
      }
    } finally {
      await dropReaderLogin(database.owner, 'contract_test');
    }
  });
});
