import { instantOfId, migrateToLatest, migrations } from '@nashra/db';
import { testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { expect, it } from 'vitest';

it('applies nothing the second time, and can be undone and done again', async () => {
  const database = await testDatabase();
  try {
    expect(await migrateToLatest(database.url)).toEqual([]);
    const { owner: db } = database;
    for (const migration of Object.values(migrations).toReversed()) await migration.down?.(db);
    for (const migration of Object.values(migrations)) await migration.up(db);
    const { rows } = await sql`select * from reader.articles`.execute(db);
    expect(rows).toEqual([]);
  } finally {
    await database.drop();
  }
});

it('hands out ids that rise with time and fit a JavaScript number', async () => {
  const database = await testDatabase();
  try {
    const { rows } = await sql<{ id: number }>`
      select nashra.next_id() as id from generate_series(1, 5000)`.execute(database.db);
    const ids = rows.map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(Number.isSafeInteger)).toBe(true);
    const { rows: later } = await sql<{ older: boolean }>`
      select ${ids.at(-1)}::bigint < nashra.id_at(now() + interval '1 second') as older`.execute(
      database.db,
    );
    expect(later[0]?.older).toBe(true);
    const made = instantOfId(ids.at(-1) ?? 0);
    expect(Math.abs(Date.now() - +made)).toBeLessThan(5_000);
  } finally {
    await database.drop();
  }
});
