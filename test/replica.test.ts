import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { removeArticle } from '@nashra/articles';
import { type Db, migrateToLatest, openDb } from '@nashra/db';
import { asReader, changesAfter, listHeadlines, search } from '@nashra/reader';
import { addArticle, addPublisher, ownPostgres } from '@nashra/testkit';
import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';

/** The statements of the page, so that it is they that are tried. */
const page = readFileSync(resolve(import.meta.dirname, '../docs/operating.md'), 'utf8');
const [publication = '', subscription = ''] = [
  ...page.matchAll(/```sql\n(create (?:publication|subscription)[^`]*)```/g),
].map(([, statement]) => statement ?? '');

it('feeds a copy for readers by logical replication, in the order of commits', async () => {
  await using open = new AsyncDisposableStack();
  const settings = { wal_level: 'logical', max_wal_senders: '10' };
  const { server: postgres } = open.use(await ownPostgres({ fsync: false, settings }));
  const db = open.use(openDb(postgres.url, { poolSize: 2 }));
  await sql`create database copy`.execute(db);
  const url = new URL(postgres.url);
  url.pathname = '/copy';
  await migrateToLatest(url.href);
  const copy = open.use(openDb(url.href, { poolSize: 2 }));

  const publisherId = await addPublisher(db, { slug: 'sahifa', name: 'الصحيفة' });
  const first = await addArticle(db, { publisherId, title: 'افتتاح مدرسة' });
  await sql.raw(publication).execute(db);
  // On one server a slot has to be there before the subscription: making it would wait for itself.
  await sql`select pg_create_logical_replication_slot('nashra_reader', 'pgoutput')`.execute(db);
  const here = subscription.replace('postgres://…/nashra', postgres.url).replace(/;\s*$/, '');
  await sql.raw(`${here} with (create_slot = false, slot_name = 'nashra_reader')`).execute(copy);
  open.defer(async () => {
    await sql`alter subscription nashra_reader disable`.execute(copy);
    await sql`alter subscription nashra_reader set (slot_name = none)`.execute(copy);
    await sql`drop subscription nashra_reader`.execute(copy);
  });
  await same(db, copy, 1);

  const second = await addArticle(db, { publisherId, title: 'المدارس في العطلة' });
  await addArticle(db, { publisherId, revises: first, title: 'افتتاح المدرسة الجديدة' });
  await db.transaction().execute((tx) => removeArticle(tx, { actor: 'test' }, second));
  await same(db, copy, 4);
  const found = await search(asReader(copy), 'مدارس publisher:sahifa');
  expect(found.map(({ title }) => title)).toEqual(['افتتاح المدرسة الجديدة']);
}, 120_000);

/** Waits for so many changes to be there, and sees that readers read the same. */
async function same(db: Db, copy: Db, changes: number): Promise<void> {
  const read = async (from: Db) => ({
    changes: await changesAfter(asReader(from), 0, 100),
    headlines: (await listHeadlines(asReader(from), { limit: 100 })).items,
    articles: (await sql`select * from reader.articles order by id`.execute(from)).rows,
  });
  const theirs = await read(db);
  expect(theirs.changes).toHaveLength(changes);
  await vi.waitFor(async () => expect(await read(copy)).toEqual(theirs), {
    timeout: 60_000,
    interval: 100,
  });
}
