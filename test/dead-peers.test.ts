import { openDb } from '@nashra/db';
import { startProxy, type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await database.drop();
});

it('finds a dead server out on a connection that rests, and hangs up on it where somebody waits', async () => {
  await using way = await startProxy(database.url);
  await using db = openDb(way.url, { poolSize: 2, statementTimeoutMs: 60_000 });
  const ask = () => sql`select 1`.execute(db);
  // Two connections: one is asked something when the server falls silent, the other rests.
  await Promise.all([ask(), sql`select pg_sleep(0.1)`.execute(db)]);
  const waits = sql`select pg_sleep(50)`.execute(db);
  way.swallow();
  const startedAt = performance.now();
  await expect(waits).rejects.toThrow(/Connection terminated/);
  // Without that it would be as long as the statement takes.
  expect(performance.now() - startedAt).toBeLessThan(45_000);
  await ask();
});
