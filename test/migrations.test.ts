import { instantOfId, migrateToLatest, migrations } from '@nashra/db';
import { testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { expect, it } from 'vitest';

it('applies nothing the second time, and can be undone and done again', async () => {
  const database = await testDatabase();
  try {
    expect(await migrateToLatest(database.url)).toEqual([]);
    const { db } = database;
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

it('lets the reader’s role read the views and nothing of the pipeline', async () => {
  const database = await testDatabase({ poolSize: 1 });
  try {
    const { db } = database;
    await sql`set role nashra_reader`.execute(db);
    const views = ['publishers', 'articles', 'revisions', 'stories', 'images', 'changes'];
    for (const view of [...views, 'headlines', 'story_versions', 'parts']) {
      await sql`select * from ${sql.table(`reader.${view}`)}`.execute(db);
    }
    await expect(sql`select * from nashra.article`.execute(db)).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`delete from reader.changes`.execute(db)).rejects.toThrow(/permission denied/);
  } finally {
    await database.drop();
  }
});

it('says in the database what every view and column of the reader is for', async () => {
  const database = await testDatabase();
  try {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'reader' and c.relkind <> 'c' and obj_description(c.oid) is null`.execute(
      database.db,
    );
    expect(rows).toEqual([]);
  } finally {
    await database.drop();
  }
});
