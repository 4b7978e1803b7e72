import { move } from '@nashra/ledger';
import { addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { keysOf } from '../src/keys.ts';
import { loadSubject } from '../src/load-subject.ts';
import { recognise } from '../src/recognise.ts';

const HOUR = 3_600_000;
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase({ poolSize: 10 });
});
afterAll(() => database.drop());
beforeEach(() => sql`truncate nashra.publisher, nashra.story cascade`.execute(database.db));

const publisher = (slug: string): Promise<number> =>
  addPublisher(database.db, { slug, time_zone: 'UTC' });

let serial = 0;
async function parsed(publisherId: number, body: string, title = `Title ${body}`): Promise<number> {
  serial += 1;
  const key = Buffer.alloc(16);
  key.writeUInt32BE(serial);
  const address = `https://p${publisherId}.example/${serial}`;
  const { id } = await database.db
    .insertInto('address')
    .values({
      key,
      address,
      host: `p${publisherId}.example`,
      publisher_id: publisherId,
      kind: 'article',
      state: 'parsed',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await saveDraft(id, body, title);
  return id;
}

async function saveDraft(addressId: number, body: string, title: string): Promise<void> {
  const draft = {
    title,
    authors: [],
    body: `${body} `.repeat(60),
    html: '',
    summary: null,
    section: null,
    tags: [],
    language: 'en',
    publishedAt: null,
    publishedPrecision: null,
    publishedSource: null,
    modifiedAt: null,
    wordCount: 60,
    canonical: null,
    images: [],
    extractorVersion: 'test',
    blobSha256: '00'.repeat(32),
    fetchId: null,
    facts: {},
  };
  await database.db
    .insertInto('draft')
    .values({ address_id: addressId, draft: JSON.stringify(draft) })
    .execute();
}

async function run(addressId: number) {
  const subject = await loadSubject(database.db, addressId);
  if (!subject) return null;
  return recognise(database.db, subject, keysOf(subject), 48 * HOUR);
}

it('keeps copies that arrive at the same instant in one story', async () => {
  const publishers = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(publisher));
  for (let round = 0; round < 5; round += 1) {
    const text = `the council of town ${round} met`;
    const ids = await Promise.all(publishers.map((id) => parsed(id, text)));
    await Promise.all(ids.map(run));
  }
  const stories = await database.db
    .selectFrom('article')
    .select(['story_id', (eb) => eb.fn.countAll<number>().as('n')])
    .groupBy('story_id')
    .execute();
  expect(stories.map(({ n }) => Number(n))).toEqual([6, 6, 6, 6, 6]);
  const originals = await database.db
    .selectFrom('article')
    .select('id')
    .where('copy_of', 'is', null)
    .execute();
  expect(originals).toHaveLength(5);
});

it('gives one publisher one article for one text under two addresses at once', async () => {
  const id = await publisher('a');
  const ids = [await parsed(id, 'one text'), await parsed(id, 'one text')];
  const verdicts = await Promise.all(ids.map(run));
  expect(verdicts.map((it) => it?.kind).toSorted()).toEqual(['copy', 'new']);
});

it('decides nothing about an address that has moved on', async () => {
  const id = await parsed(await publisher('a'), 'a text');
  const subject = await loadSubject(database.db, id);
  await move(database.db, { ids: [id], from: ['parsed'], to: 'dropped', reason: 'not_an_article' });
  expect(await run(id)).toBeNull();
  if (!subject) throw new Error('not loaded');
  expect(await recognise(database.db, subject, keysOf(subject), HOUR)).toBeNull();
  expect(await database.db.selectFrom('article').select('id').execute()).toEqual([]);
});

it('claims no second article when its job runs twice', async () => {
  const id = await parsed(await publisher('a'), 'a text');
  expect([await run(id), await run(id)].map((it) => it?.kind)).toEqual(['new', undefined]);
});

it('never lets the second address of an article rewrite it, however often it is read again', async () => {
  const { db } = database;
  const publisherId = await publisher('a');
  const first = await parsed(publisherId, 'one text', 'A title');
  const second = await parsed(publisherId, 'one text', 'Another title');
  await run(first);
  expect(await run(second)).toMatchObject({ kind: 'copy' });
  await move(db, { ids: [second], from: ['known'], to: 'parsed' });
  await saveDraft(second, 'one text', 'Another title');
  expect(await run(second)).toMatchObject({ kind: 'copy' });
});

it('takes an article along to its new address when its guid moves', async () => {
  const { db } = database;
  const publisherId = await publisher('a');
  const guid = Buffer.alloc(16, 9);
  const [before, after] = [
    await parsed(publisherId, 'a text'),
    await parsed(publisherId, 'a new text'),
  ];
  await db.updateTable('address').set({ guid_key: guid }).execute();
  const claimed = await run(before);
  expect(claimed?.kind).toBe('new');
  expect(await run(after)).toMatchObject({ kind: 'revision' });
  const article = await db.selectFrom('article').select('address_id').executeTakeFirstOrThrow();
  expect(article.address_id).toBe(after);
});
