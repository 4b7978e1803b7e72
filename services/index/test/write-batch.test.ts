import {
  claimAll,
  countArticles,
  type Decision,
  type Draft,
  reserveIds,
  saveDrafts,
} from '@nashra/articles';
import { queues as contracts, type PipelineQueues, stageOf } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { createBatcher } from '@nashra/service';
import {
  addAddress,
  addPublisher,
  clearRows,
  type TestDatabase,
  type TestRedis,
  testDatabase,
  testRedis,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { writeBatch } from '../src/write-batch.ts';

let database: TestDatabase;
let queues: PipelineQueues;
let redis: TestRedis;
const write = (ids: readonly number[]) => writeBatch({ db: database.db, queues }, ids);
let publisherId: number;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 10 });
  redis = testRedis();
  queues = openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix });
});
afterAll(async () => {
  await queues[Symbol.asyncDispose]();
  await redis.clear();
  await database.drop();
});
beforeEach(async () => {
  await clearRows(database.db);
  publisherId = await addPublisher(database.db, { time_zone: 'UTC' });
});

let serial = 0;
async function decided(overrides: Partial<Draft> = {}, articleId?: number) {
  const { db } = database;
  serial += 1;
  const address = `https://a.example/${serial}`;
  const state = stageOf('index').takes;
  const addressId = await addAddress(db, address, publisherId, { state });
  const draft: Draft = {
    title: 'مجلس المدينة يصادق على الميزانية',
    authors: ['Salma Idrissi'],
    body: 'والمجلس صادق على ميزانية المدينة.\n\nواجتمع الأعضاء يوم الإثنين.',
    html: '<p>…</p>',
    summary: null,
    section: null,
    tags: ['budget'],
    language: 'ar',
    publishedAt: '2026-03-01T10:00:00Z',
    publishedPrecision: 'minute',
    publishedSource: 'meta',
    modifiedAt: null,
    wordCount: 8,
    canonical: null,
    images: [image('https://a.example/1.jpg', true), image('https://a.example/2.jpg', false)],
    extractorVersion: 'test',
    captureId: 1,
    facts: {},
    ...overrides,
  };
  await saveDrafts(db, [{ addressId, address, guidKey: null, draft }]);
  const [fresh = 0, storyId = 0] = await reserveIds(db, 2);
  const decision: Decision =
    articleId === undefined
      ? { kind: 'new', articleId: fresh, storyId, copyOf: null }
      : { kind: 'revision', articleId };
  await claimAll(db, [{ addressId, publisherId, decision, keys: [] }]);
  return { addressId, articleId: decision.articleId };
}

function image(address: string, isLead: boolean) {
  return { address, isLead, caption: null, credit: null, alt: null };
}

describe('writeBatch', () => {
  it('writes everything of an article, and nothing when it runs again', async () => {
    const { addressId, articleId } = await decided();
    expect(await write([addressId])).toEqual(['created']);
    expect(await write([addressId])).toEqual(['stale']);
    const { rows } = await sql<Record<string, unknown>>`
      select a.*, (select count(*)::int from reader.images i where i.article_id = a.id) as image_count,
        a.search @@ reader.search_query('ميزانيات') as found
      from reader.articles a`.execute(database.db);
    expect(rows).toMatchObject([
      { id: articleId, revision: 1, authors: ['Salma Idrissi'], image_count: 2, found: true },
    ]);
    const changes = await database.db.selectFrom('change').selectAll().execute();
    expect(changes).toMatchObject([
      { kind: 'article_created', article_id: articleId, revision: 1 },
    ]);
  });

  it('writes no row of an image that is as it was', async () => {
    const first = await decided();
    await write([first.addressId]);
    const rows = async () => {
      const { rows } =
        await sql`select xmin, address, position from nashra.image order by position`.execute(
          database.db,
        );
      return rows;
    };
    const before = await rows();
    await write([(await decided({ title: 'عنوان جديد' }, first.articleId)).addressId]);
    expect(await rows()).toEqual(before);
  });

  it('adds a revision, keeps the ids of images that stay, and drops those that went', async () => {
    const first = await decided();
    await write([first.addressId]);
    const [kept] = await database.db.selectFrom('image').selectAll().orderBy('position').execute();
    const images = [
      image('https://a.example/3.jpg', true),
      image('https://a.example/1.jpg', false),
    ];
    const second = await decided({ title: 'عنوان جديد', images }, first.articleId);
    expect(await write([second.addressId])).toEqual(['revised']);
    const now = await database.db
      .selectFrom('image')
      .select(['id', 'address'])
      .orderBy('position')
      .execute();
    expect(now.map((it) => it.address)).toEqual([
      'https://a.example/3.jpg',
      'https://a.example/1.jpg',
    ]);
    expect(now[1]?.id).toBe(kept?.id);
    const { rows: revisions } = await sql`
      select number, title from reader.revisions order by number`.execute(database.db);
    expect(revisions).toMatchObject([{ number: 1 }, { number: 2, title: 'عنوان جديد' }]);
    const searched = await database.db
      .selectFrom('content')
      .select('title')
      .where('search', 'is not', null)
      .execute();
    expect(searched).toEqual([{ title: 'عنوان جديد' }]);
  });

  it('lets a poison row fail alone, as poison', async () => {
    const good = [await decided(), await decided(), await decided()];
    const bad = await decided();
    await sql`update nashra.draft set images = '[{"address": "x", "position": 99999}]'
      where address_id = ${bad.addressId}`.execute(database.db);
    const writeOne = createBatcher(write, { rows: 10, ms: 5 });
    const ids = [good[0], bad, good[1], good[2]].map((it) => it?.addressId ?? 0);
    const outcomes = await Promise.allSettled(ids.map(writeOne));
    expect(outcomes.map((it) => it.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'POISON_ROW', retry: 'never' } });
  });

  it('counts what it wrote', async () => {
    const before = await countArticles(database.db);
    const first = await decided();
    await write([first.addressId]);
    const images = [image('https://a.example/3.jpg', true)];
    const second = await decided({ title: 'عنوان جديد', images }, first.articleId);
    await write([second.addressId]);
    const after = await countArticles(database.db);
    const more = Object.entries(after).map(([what, n]) => [
      what,
      n - before[what as keyof typeof before],
    ]);
    expect(Object.fromEntries(more)).toEqual({
      articles: 1,
      revisions: 2,
      stories: 1,
      images: 1,
      changes: 2,
    });
  });
});

// A tsvector holds 1 MiB; a text that would need more would be refused with its article.
it.each([
  ['ligatures of four letters', (n: number) => `${'\ufdf4'.repeat(16)}${n}`],
  ['one letter of four bytes a word', (n: number) => String.fromCodePoint(0x20000 + n)],
])('makes a text of %s searchable, however long', async (_, word) => {
  const words = Array.from({ length: 40_000 }, (_each, n) => word(n));
  const text = { title: words.slice(0, 200).join(' '), body: words.join(' '), language: null };
  const { addressId } = await decided(text);
  expect(await write([addressId])).toEqual(['created']);
});

it('numbers changes in the order of commits, whoever writes them', async () => {
  const rows = await Promise.all(Array.from({ length: 60 }, () => decided()));
  const seen: number[] = [];
  let writing = true;
  const follow = async () => {
    for (let last = 0, final = false; !final; ) {
      // What was committed before this question must be in its answer.
      final = !writing;
      const page = await database.db
        .selectFrom('change')
        .select('seq')
        .where('seq', '>', last)
        .orderBy('seq')
        .execute();
      seen.push(...page.map((it) => it.seq));
      last = page.at(-1)?.seq ?? last;
    }
  };
  const following = follow();
  await Promise.all(rows.map(({ addressId }) => write([addressId])));
  writing = false;
  await following;
  expect(seen).toHaveLength(rows.length);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});
