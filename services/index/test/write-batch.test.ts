import { addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createBatcher } from '../src/batcher.ts';
import { writeBatch } from '../src/write-batch.ts';

let database: TestDatabase;
let publisherId: number;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 10 });
});
afterAll(() => database.drop());
beforeEach(async () => {
  await sql`truncate nashra.publisher, nashra.story, nashra.change cascade`.execute(database.db);
  publisherId = await addPublisher(database.db, { time_zone: 'UTC' });
});

let serial = 0;
async function decided(overrides: Record<string, unknown> = {}, articleId?: number) {
  const { db } = database;
  serial += 1;
  const key = Buffer.alloc(16);
  key.writeUInt32BE(serial);
  const address = await db
    .insertInto('address')
    .values({
      key,
      address: `https://a.example/${serial}`,
      host: 'a.example',
      publisher_id: publisherId,
      kind: 'article',
      state: 'decided',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const article = articleId ?? (await claim(address.id));
  const draft = {
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
    blobSha256: '00'.repeat(32),
    fetchId: null,
    facts: {},
    ...overrides,
  };
  const contentHash = 'ab'.repeat(32);
  const decision = articleId
    ? { kind: 'revision', articleId, contentHash }
    : { kind: 'new', articleId: article, storyId: 1, copyOf: null, contentHash };
  await db
    .insertInto('draft')
    .values({
      address_id: address.id,
      draft: JSON.stringify(draft),
      decision: JSON.stringify(decision),
    })
    .execute();
  return { addressId: address.id, articleId: article };
}

async function claim(addressId: number): Promise<number> {
  const { db } = database;
  const story = await db
    .insertInto('story')
    .defaultValues()
    .returning('id')
    .executeTakeFirstOrThrow();
  const row = await db
    .insertInto('article')
    .values({ publisher_id: publisherId, address_id: addressId, story_id: story.id })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

function image(address: string, isLead: boolean) {
  return { address, isLead, caption: null, credit: null, alt: null };
}

describe('writeBatch', () => {
  it('writes everything of an article, and nothing when it runs again', async () => {
    const { addressId, articleId } = await decided();
    expect(await writeBatch(database.db, [addressId])).toEqual(new Map([[addressId, 'created']]));
    expect(await writeBatch(database.db, [addressId])).toEqual(new Map([[addressId, 'stale']]));
    const { rows } = await sql<Record<string, unknown>>`
      select a.*, (select count(*)::int from reader.images i where i.article_id = a.id) as image_count,
        a.search @@ to_tsquery('arabic', 'ميزانيه') as found
      from reader.articles a`.execute(database.db);
    expect(rows).toMatchObject([
      { id: articleId, revision: 1, authors: ['Salma Idrissi'], image_count: 2, found: true },
    ]);
    const changes = await database.db.selectFrom('change').selectAll().execute();
    expect(changes).toMatchObject([
      { kind: 'article_created', article_id: articleId, revision: 1 },
    ]);
  });

  it('adds a revision, keeps the ids of images that stay, and drops those that went', async () => {
    const first = await decided();
    await writeBatch(database.db, [first.addressId]);
    const [kept] = await database.db.selectFrom('image').selectAll().orderBy('position').execute();
    const images = [
      image('https://a.example/3.jpg', true),
      image('https://a.example/1.jpg', false),
    ];
    const second = await decided({ title: 'عنوان جديد', images }, first.articleId);
    expect(await writeBatch(database.db, [second.addressId])).toEqual(
      new Map([[second.addressId, 'revised']]),
    );
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
    const revisions = await database.db
      .selectFrom('revision')
      .select(['number', 'title'])
      .execute();
    expect(revisions).toHaveLength(2);
  });

  it('lets a poison row fail alone, as poison', async () => {
    const good = [await decided(), await decided(), await decided()];
    const bad = await decided({ publishedAt: '2026-03-01T10:00:00Z', blobSha256: 'zz'.repeat(32) });
    const write = createBatcher((ids) => writeBatch(database.db, ids), { rows: 10, ms: 5 });
    const ids = [good[0], bad, good[1], good[2]].map((it) => it?.addressId ?? 0);
    const outcomes = await Promise.allSettled(ids.map(write));
    expect(outcomes.map((it) => it.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'POISON_ROW', retry: 'never' } });
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
  expect(await writeBatch(database.db, [addressId])).toEqual(new Map([[addressId, 'created']]));
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
  await Promise.all(rows.map(({ addressId }) => writeBatch(database.db, [addressId])));
  writing = false;
  await following;
  expect(seen).toHaveLength(rows.length);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});
