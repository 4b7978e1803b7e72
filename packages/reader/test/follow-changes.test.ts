import {
  addArticle,
  addArticles,
  addPublisher,
  type TestDatabase,
  testDatabase,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type Change,
  ChangesTooOldError,
  type FollowOptions,
  followChanges,
  newestMark,
  type OpenReader,
  openReader,
} from '../src/index.ts';

let database: TestDatabase;
let reader: OpenReader;
let publisherId: number;
beforeEach(async () => {
  database = await testDatabase();
  reader = openReader(database.url, { poolSize: 2 });
  publisherId = await addPublisher(database.db);
});
afterEach(async () => {
  await reader.destroy();
  await database.drop();
});

/** Follows until so many have come. */
async function take(count: number, options: FollowOptions): Promise<Change[]> {
  const seen: Change[] = [];
  for await (const change of followChanges(reader, options)) {
    seen.push(change);
    if (seen.length === count) return seen;
  }
  return seen;
}

it('gives what there is, in batches, and begins where it is told to', async () => {
  const ids = await addArticles(
    database.db,
    Array.from({ length: 5 }, () => ({ publisherId })),
  );
  const all = await take(5, { after: 0, batch: 2 });
  expect(all.map((it) => it.articleId)).toEqual(ids);
  expect(all[0]).toMatchObject({ kind: 'article_created', cause: 'source', revision: 1 });
  const rest = await take(2, { after: all[2]?.seq ?? 0 });
  expect(rest.map((it) => it.articleId)).toEqual(ids.slice(3));
});

it('is woken by a commit, long before it would look again by itself', async () => {
  const changes = take(1, { after: 0, idleMs: 60_000 });
  const id = await addArticle(database.db, { publisherId });
  expect((await changes)[0]?.articleId).toBe(id);
});

it('goes on after the database has ended all its connections', async () => {
  const ids = [await addArticle(database.db, { publisherId })];
  const seen: (number | null)[] = [];
  for await (const change of followChanges(reader, { after: 0, idleMs: 60_000 })) {
    seen.push(change.articleId);
    if (seen.length === 3) break;
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name in ('nashra-reader', 'nashra-listener')`.execute(
      database.owner,
    );
    ids.push(await addArticle(database.db, { publisherId }));
  }
  expect(seen).toEqual(ids);
});

it('ends when it is told to, and not with an error', async () => {
  expect(await take(1, { after: 0, signal: AbortSignal.timeout(50) })).toEqual([]);
});

it('says when what comes next is kept no more', async () => {
  await addArticle(database.db, { publisherId });
  await sql`insert into nashra.maintenance (task, cursor) values ('changes', '7')`.execute(
    database.db,
  );
  await expect(take(1, { after: 6 })).rejects.toThrow(ChangesTooOldError);
  await expect(sql`select * from reader.changes_after(6)`.execute(reader)).rejects.toThrow(
    /too old.*snapshot/,
  );
  const { rows } = await sql`select * from reader.changes_after(7)`.execute(reader);
  expect(rows).toEqual([]);
});

it('says so where it is not said after which change, or after one that nobody was given', async () => {
  await addArticle(database.db, { publisherId });
  const ask = async (...args: (number | null)[]) =>
    (await sql`select seq from reader.changes_after(${sql.join(args)})`.execute(reader)).rows;
  const newest = (await ask(0)).length;
  expect(newest).toBeGreaterThan(0);
  const { epoch } = await newestMark(reader);
  const hint = expect.stringContaining('reader.change_window');
  for (const more of [[], [10], [10, epoch]]) {
    await expect(ask(null, ...more)).rejects.toMatchObject({ code: '22004', hint });
    await expect(ask(newest + 1, ...more)).rejects.toMatchObject({ code: 'NS003', hint });
    expect(await ask(newest, ...more)).toEqual([]);
  }
  await expect(ask(0, 10, epoch + 1)).rejects.toMatchObject({ code: 'NS003', hint });
  expect(await ask(0, 10, null)).toHaveLength(newest);
  // After a database was brought back numbers are far ahead: who keeps no epoch reads on.
  await sql`select setval('nashra.change_seq_seq', 10000000)`.execute(database.owner);
  expect(await ask(newest + 1)).toEqual([]);
});

it('tells a login that may not read at once, rather than to try for ever', async () => {
  const url = new URL(database.url);
  url.password = 'wrong';
  url.username = 'nobody';
  await using stranger = openReader(url.href);
  const following = followChanges(stranger, { after: 0 }).next();
  await expect(following).rejects.toThrow();
});
