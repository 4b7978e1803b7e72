import { openDb } from '@nashra/db';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { ownPostgres, testDatabase, testRedis, waitFor } from '../src/index.ts';

const databases = await Promise.all([testDatabase(), testDatabase(), testDatabase()]);
const redis = testRedis();
afterAll(async () => {
  await Promise.all(databases.map((database) => database.drop()));
  await redis.clear();
});

describe('testDatabase', () => {
  it('gives each caller a migrated database that the others do not see', async () => {
    const [first, second] = databases;
    await sql`create table only_here ()`.execute(first.owner);
    const tables = sql<{ name: string }>`select table_name as name from information_schema.tables`;
    const seen = (await tables.execute(second.db)).rows.map((row) => row.name);
    expect(seen).toContain('publisher');
    expect(seen).not.toContain('only_here');
  });
});

describe('ownPostgres', () => {
  it('gives each caller a migrated database that is no other one’s, where changes say where they were written', async () => {
    const marks = new Set<string>();
    for (let n = 0; n < 2; n += 1) {
      await using own = await ownPostgres({ fsync: false });
      await using db = openDb(own.server.url, { poolSize: 1 });
      const { rows } = await sql<{ mark: string }>`select nashra.source_mark() as mark`.execute(db);
      marks.add(rows[0]?.mark ?? '');
    }
    expect(marks.size).toBe(2);
  });
});

describe('testRedis', () => {
  it('clears the keys of its own prefix and no others', async () => {
    const other = testRedis();
    const client = new Redis(redis.url);
    await client.mset(`{${redis.prefix}:a}:b`, '1', `{${other.prefix}:a}:b`, '1');
    await redis.clear();
    expect(await client.exists(`{${redis.prefix}:a}:b`)).toBe(0);
    expect(await client.exists(`{${other.prefix}:a}:b`)).toBe(1);
    await other.clear();
    await client.quit();
  });
});

describe('waitFor', () => {
  it('returns the first truthy answer', async () => {
    let asked = 0;
    expect(await waitFor(() => (asked++ > 2 ? asked : undefined), { everyMs: 1 })).toBe(4);
  });

  it('names what it waited for, and the last error, when the time is up', async () => {
    const broken = () => Promise.reject(new Error('no answer'));
    const failure = waitFor(broken, { timeoutMs: 20, everyMs: 5, what: 'the moon' });
    await expect(failure).rejects.toThrow(/20 ms for the moon/);
    await expect(failure).rejects.toHaveProperty('cause.message', 'no answer');
  });
});
