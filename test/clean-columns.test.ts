import { addArticle, addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
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
  const names = ['feed_clean', 'image_clean', 'publisher_clean'];
  expect(rows).toEqual(names.map((name) => ({ name, convalidated: true })));
  const named = sql`insert into nashra.publisher (slug, name, time_zone) values ('a', ${'a\u202eb'}, 'UTC')`;
  await expect(named.execute(database.db)).rejects.toMatchObject({ code: '23514' });
});

it('holds content clean whenever its text is written, and does not read it again for what is beside it', async () => {
  const { db } = database;
  const publisherId = await addPublisher(db);
  const articleId = await addArticle(db, { publisherId });
  const write = (set: string, value: string) =>
    sql`update nashra.content set ${sql.raw(set)} = ${value} where id = (
      select content_id from nashra.article where id = ${articleId})`.execute(db);
  await expect(write('body', 'a\u202eb')).rejects.toMatchObject({
    code: '23514',
    constraint: 'content_clean',
  });
  await expect(
    sql`update nashra.content set tags = array['a', ${'\u009b'}]`.execute(db),
  ).rejects.toMatchObject({ code: '23514' });
  const anew = sql`insert into nashra.content
    select (jsonb_populate_record(c, jsonb_build_object('id', nashra.next_id(), 'title', ${'a\ufeffb'}::text))).*
    from nashra.content c`;
  await expect(anew.execute(db)).rejects.toMatchObject({ code: '23514' });
  await write('language', 'fr');
  const { rows } = await sql<{ columns: string[]; when: string }>`
    select array_agg(a.attname::text order by a.attname) as columns, pg_get_triggerdef(t.oid) as when
    from pg_trigger t join pg_attribute a on a.attrelid = t.tgrelid and a.attnum = any(t.tgattr)
    where t.tgrelid = 'nashra.content'::regclass and t.tgname = 'content_clean' group by t.oid`.execute(
    db,
  );
  expect(rows[0]?.columns).toEqual([
    'authors',
    'body',
    'html',
    'section',
    'summary',
    'tags',
    'title',
  ]);
});
