import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlobStore, openBlobs } from '@nashra/blobs';
import { keep } from '@nashra/captures';
import { runTask, type Task } from '@nashra/db';
import { move } from '@nashra/ledger';
import { addAddress, addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tasksOf } from '../src/maintenance/tasks.ts';

const retention = {
  STORY_MEMORY_DAYS: 7,
  TOPICS: true,
  RECHECK_HOURS: [1, 24],
  SWEEP_MS: 1,
  FETCH_LOG_DAYS: 1,
  JOURNAL_DAYS: 1,
  QUARANTINE_DAYS: 1,
  CHANGE_DAYS: 1,
  ORPHAN_BLOB_HOURS: 1,
  FEED_DEATH_MS: 86_400_000,
  FRONT_LOOK_MS: 0,
};
let database: TestDatabase;
let folder: string;
let blobs: BlobStore;
let addressId: number;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(join(tmpdir(), 'nashra-blobs-'));
  blobs = await openBlobs(folder);
  addressId = await addAddress(
    database.db,
    'https://sahifa.example/1',
    await addPublisher(database.db),
  );
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const run = (name: string) => {
  const task = tasksOf(retention, blobs, {} as never).find((it) => it.name === name);
  if (!task) throw new Error(`no task ${name}`);
  return runTask(database.db, { ...task, everyMs: 0 });
};
/** Two days ago. */
const old = sql<Date>`now() - interval '2 days'`;

let place = 0;

async function kept(text: string): Promise<{ id: number; sha256: string }> {
  const { sha256 } = await blobs.put(Buffer.from(text));
  const finalAddress = 'https://sahifa.example/1';
  const capture = {
    addressId,
    blobSha256: sha256,
    origin: 'http',
    finalAddress,
    head: {},
  } as const;
  const young = await keep(database.db, capture);
  const aged = sql<number>`nashra.id_at(${old}) + ${place++}::int`;
  const { id } = await database.db
    .updateTable('capture')
    .set({ id: aged })
    .where('id', '=', young)
    .returning('id')
    .executeTakeFirstOrThrow();
  const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.zst`);
  const then = new Date(Date.now() - 2 * 86_400_000);
  await utimes(path, then, then);
  return { id, sha256 };
}

describe('housekeeping', () => {
  it('forgets bodies that no result depends on, first the row and then the bytes', async () => {
    const { db } = database;
    const [gone, revised, newest] = [
      await kept('gone'),
      await kept('revised'),
      await kept('newest'),
    ];
    await db.updateTable('address').set({ capture_id: newest.id }).execute();
    const archived = await blobs.put(Buffer.from('of an archive, about to be read'));
    await keep(db, {
      addressId,
      blobSha256: archived.sha256,
      origin: 'warc',
      finalAddress: 'https://sahifa.example/1',
      head: {},
      capturedAt: new Date('2019-05-04T03:02:01Z'),
    });
    await sql`insert into nashra.story (id) values (1)`.execute(db);
    await sql`insert into nashra.article (id, publisher_id, address_id, story_id, revision, published_at)
      select 1, publisher_id, id, 1, 1, now() from nashra.address`.execute(db);
    await sql`insert into nashra.content (title, authors, body, html, tags, word_count, content_hash,
      extractor_version, capture_id) values ('T', '{}', 'B', '', '{}', 1, '\\x00', '1', ${revised.id})`.execute(
      db,
    );
    expect(await run('blobs')).toBe(0);
    expect(await run('captures')).toBe(1);
    expect(await run('blobs')).toBe(1);
    expect(await blobs.has(gone.sha256)).toBe(false);
    expect(await blobs.has(archived.sha256)).toBe(true);
    expect([await blobs.has(revised.sha256), await blobs.has(newest.sha256)]).toEqual([true, true]);
  });

  it('forgets old steps and requests, and leaves the young', async () => {
    const { db } = database;
    await move(db, { rows: [{ id: addressId }], from: ['waiting'], to: { at: 'queued' } });
    await sql`insert into nashra.journal (address_id, id, state)
      values (${addressId}, nashra.id_at(${old}), 'waiting')`.execute(db);
    await sql`insert into nashra.fetch_log (id, address_id, outcome, ms)
      values (nashra.id_at(${old}), ${addressId}, 'timeout', 1)`.execute(db);
    expect([await run('journal'), await run('fetch-log')]).toEqual([1, 1]);
    expect(await db.selectFrom('journal').select('state').execute()).toEqual([{ state: 'queued' }]);
  });

  it('makes one row of the many of each count, and writes none anew that is one already', async () => {
    const { db } = database;
    await sql`insert into nashra.shelf_tally (kind, key, n)
      values ('author', 'amina', 3), ('author', 'said', 1), ('author', 'said', 2), ('day', '2026-03-01', 1),
        ('day', '2026-03-01', -1)`.execute(db);
    const lone = () => sql`select xmin from nashra.shelf_tally where key = 'amina'`.execute(db);
    const before = (await lone()).rows;
    expect([await run('shelves'), await run('shelves')]).toEqual([3, 0]);
    expect((await lone()).rows).toEqual(before);
    const rows = await db.selectFrom('shelf_tally').select(['key', 'n']).orderBy('key').execute();
    expect(rows).toEqual([
      { key: 'amina', n: 3 },
      { key: 'said', n: 3 },
    ]);
  });

  it('drops months of a log as a whole, and has those to come made ahead', async () => {
    const { db, owner } = database;
    const months = async () =>
      (
        await sql<{ name: string }>`select relname as name from pg_class
          where relnamespace = 'nashra'::regnamespace and relkind = 'r' and relname ~ '^journal_[0-9]' order by 1`.execute(
          db,
        )
      ).rows.map(({ name }) => name);
    const ahead = await months();
    expect(ahead).toHaveLength(3);
    await sql`alter table nashra.journal detach partition nashra.journal_before`.execute(owner);
    await sql`drop table nashra.journal_before`.execute(owner);
    await sql.raw(`drop table nashra.${ahead[1]}`).execute(owner);
    await sql`select nashra.make_month('journal', '2020-01-01')`.execute(db);
    await sql`insert into nashra.journal (address_id, id, state)
      values (${addressId}, nashra.id_at('2020-01-05'), 'waiting')`.execute(db);
    expect(await run('journal')).toBe(1);
    expect(await months()).toEqual(ahead);
    await expect(
      sql`select nashra.make_month('address', '2020-01-01')`.execute(db),
    ).rejects.toThrow('no months');
    await sql`select nashra.make_month('journal', date_trunc('month', now())::date)`.execute(db);
    await sql`insert into nashra.journal (address_id, state) values (${addressId}, 'read')`.execute(
      db,
    );
    expect(await db.selectFrom('journal').select('state').execute()).toEqual([{ state: 'read' }]);
  });

  it('is done by one at a time, when its time has come, on from where it was', async () => {
    const cursors: (string | null)[] = [];
    const task: Task = {
      name: 'test',
      everyMs: 60_000,
      async step(_, cursor) {
        cursors.push(cursor);
        return { removed: 1, cursor: `${cursor ?? ''}.` };
      },
    };
    const { db } = database;
    const both = await Promise.all([runTask(db, task), runTask(db, task)]);
    expect(both.toSorted()).toEqual([1, null]);
    expect(await runTask(db, { ...task, everyMs: 0 })).toBe(1);
    expect(cursors).toEqual([null, '.']);
  });
});
