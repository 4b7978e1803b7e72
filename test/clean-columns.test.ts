import { type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const isClean = async (text: string) => {
  const { rows } = await sql<{ clean: boolean; each: boolean }>`
    select nashra.is_clean(${text}::text) as clean, nashra.is_clean(array['a', ${text}]) as each`.execute(
    database.db,
  );
  return rows[0];
};

it.each([
  ['an escape', '\u001b'],
  ['a backspace', '\b'],
  ['DEL', '\u007f'],
  ['a C1 control', '\u009b'],
  ['an override', '\u202e'],
  ['an isolate', '\u2067'],
  ['a byte order mark', '\ufeff'],
])('columns refuse %s', async (_, sign) => {
  expect(await isClean(`a${sign}b`)).toEqual({ clean: false, each: false });
});

it('columns take what the border lets in', async () => {
  const text = 'خبر\u200f\u200c é 😀\u200d👧 \u00ad a\tb\r\nc\u00a0';
  expect(await isClean(text)).toEqual({ clean: true, each: true });
});

it('says so of every table that holds what strangers wrote', async () => {
  const { rows } = await sql<{ name: string; convalidated: boolean }>`
    select conname as name, convalidated from pg_constraint where conname like '%\\_clean'
    order by conname`.execute(database.db);
  const names = ['content_clean', 'feed_clean', 'image_clean', 'publisher_clean'];
  expect(rows).toEqual(names.map((name) => ({ name, convalidated: true })));
  const named = sql`insert into nashra.publisher (slug, name, time_zone) values ('a', ${'a\u202eb'}, 'UTC')`;
  await expect(named.execute(database.db)).rejects.toMatchObject({ code: '23514' });
});
