import {
  hideImage,
  ImageError,
  removeArticle,
  reportImage,
  restoreArticle,
  showImage,
  TakedownError,
} from '@nashra/articles';
import { readAudit } from '@nashra/audit';
import { readTally } from '@nashra/db';
import {
  addArticle,
  addArticles,
  addPublisher,
  image,
  type TestDatabase,
  testDatabase,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  asReader,
  changesAfter,
  listArticles,
  listHeadlines,
  listPublishers,
  listRevisions,
  newestSeq,
  type Reader,
  readArticle,
  readStory,
  readTombstone,
} from '../src/index.ts';

let database: TestDatabase;
let reader: Reader;
let publisherId: number;
beforeEach(async () => {
  database = await testDatabase();
  reader = asReader(database.db);
  publisherId = await addPublisher(database.db);
});
afterEach(() => database.drop());

const act = { actor: 'cli:amina', reason: 'by request' };
const inTx = <T>(work: (tx: TestDatabase['db']) => Promise<T>) =>
  database.db.transaction().execute((tx) => work(tx as TestDatabase['db']));
const changesSince = async (seq: number) =>
  (await changesAfter(reader, seq, 100)).map(({ kind, cause, articleId, imageId }) => ({
    kind,
    cause,
    articleId,
    imageId,
  }));

describe('an article that is taken down', () => {
  it('is in no view, is told as removed, and comes back whole', async () => {
    const [a = 0, b = 0] = await addArticles(database.db, [
      {
        publisherId,
        storyId: 5,
        authors: ['Salma'],
        section: 'Sport',
        images: [image('https://a.example/1.jpg')],
      },
      { publisherId, storyId: 5, title: 'Other' },
    ]);
    const seq = await newestSeq(reader);
    await inTx((tx) => removeArticle(tx, act, a));
    const views = [
      'articles',
      'revisions',
      'images',
      'headlines',
      'timeline',
      'shelves',
      'story_versions',
    ];
    for (const view of views) {
      const { rows } = await sql<{
        n: number;
      }>`select count(*) as n from ${sql.table(`reader.${view}`)} as v
        where to_jsonb(v) ->> ${view === 'articles' ? 'id' : 'article_id'} = ${String(a)}`.execute(
        reader,
      );
      expect([view, rows[0]?.n]).toEqual([view, 0]);
    }
    expect(await readArticle(reader, a)).toBeUndefined();
    expect(await listRevisions(reader, a)).toEqual([]);
    expect(await readTombstone(reader, a)).toMatchObject({ articleId: a, publisher: 'sahifa' });
    expect(await readStory(reader, 5)).toMatchObject({ articles: 1, representative: b });
    expect((await listPublishers(reader))[0]?.articles).toBe(1);
    expect((await listArticles(reader, { author: 'salma' })).items).toEqual([]);
    expect(await changesSince(seq)).toEqual([
      { kind: 'article_removed', cause: 'operator', articleId: a, imageId: null },
    ]);
    const [entry] = await readAudit(database.db, { limit: 1 });
    expect(entry).toMatchObject({ ...act, action: 'article.remove', subject: `article ${a}` });

    await expect(inTx((tx) => removeArticle(tx, act, a))).rejects.toThrow(TakedownError);
    await inTx((tx) => restoreArticle(tx, act, a));
    expect((await listArticles(reader, { section: 'SPORT' })).items).toHaveLength(1);
    expect((await readArticle(reader, a))?.images).toHaveLength(1);
    expect((await listPublishers(reader))[0]?.articles).toBe(2);
    expect(await readTombstone(reader, a)).toBeUndefined();
  });

  it('stays down when its page changes, and readers hear nothing of that', async () => {
    const id = await addArticle(database.db, { publisherId });
    await inTx((tx) => removeArticle(tx, act, id));
    expect((await listHeadlines(reader)).items).toEqual([]);
    const [seq, before] = [await newestSeq(reader), await readTally(database.db)];
    await addArticle(database.db, { publisherId, revises: id, title: 'Again', section: 'Sport' });
    expect(await readArticle(reader, id)).toBeUndefined();
    expect(await changesSince(seq)).toEqual([]);
    expect((await readTally(database.db)).get('stories')).toBe(before.get('stories'));
    await inTx((tx) => restoreArticle(tx, act, id));
    expect(await readArticle(reader, id)).toMatchObject({ title: 'Again', revision: 2 });
    expect((await listArticles(reader, { section: 'Sport' })).items).toHaveLength(1);
  });
});

describe('an image', () => {
  const imageOf = async (id: number) =>
    (await database.db.selectFrom('image').select('id').where('article_id', '=', id).execute())[0]
      ?.id ?? 0;

  it('is hidden and shown by an operator, who is written down', async () => {
    const images = [image('https://a.example/1.jpg')];
    const id = await addArticle(database.db, { publisherId, images });
    const imageId = await imageOf(id);
    const seq = await newestSeq(reader);
    await inTx((tx) => hideImage(tx, act, imageId));
    expect((await readArticle(reader, id))?.images).toEqual([]);
    await expect(inTx((tx) => hideImage(tx, act, imageId))).rejects.toThrow(ImageError);
    // A revision that has it still, and one that has it not, leave it hidden.
    await addArticle(database.db, { publisherId, revises: id, images });
    await addArticle(database.db, { publisherId, revises: id, images: [] });
    await addArticle(database.db, { publisherId, revises: id, images });
    expect((await readArticle(reader, id))?.images).toEqual([]);
    await inTx((tx) => showImage(tx, act, imageId));
    expect((await readArticle(reader, id))?.images).toHaveLength(1);
    const told = (await changesSince(seq)).filter((it) => it.imageId !== null);
    expect(told).toEqual([
      { kind: 'image_hidden', cause: 'operator', articleId: id, imageId },
      { kind: 'image_shown', cause: 'operator', articleId: id, imageId },
    ]);
  });

  const hash = (text: string) => Buffer.from(text.padEnd(16, '.'));
  const report = (imageId: number, reporter: string, prefix: string) =>
    reportImage(
      database.db,
      { image: imageId, reporter: hash(reporter), prefix: hash(prefix) },
      { hideAfter: 3 },
    );

  it('is hidden when enough people report it, however they come together', async () => {
    const id = await addArticle(database.db, {
      publisherId,
      images: [image('https://a.example/1.jpg')],
    });
    const imageId = await imageOf(id);
    const seq = await newestSeq(reader);
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((who) => report(imageId, who, who)),
    );
    expect(outcomes.toSorted()).toEqual(['counted', 'counted', 'hidden', 'settled']);
    expect((await readArticle(reader, id))?.images).toEqual([]);
    expect(await changesSince(seq)).toEqual([
      { kind: 'image_hidden', cause: 'operator', articleId: id, imageId },
    ]);
    await inTx((tx) => showImage(tx, act, imageId));
    expect(await report(imageId, 'e', 'e')).toBe('settled');
    expect((await readArticle(reader, id))?.images).toHaveLength(1);
  });

  it('is not hidden by one person’s many tries under many names', async () => {
    const id = await addArticle(database.db, {
      publisherId,
      images: [image('https://a.example/1.jpg')],
    });
    const imageId = await imageOf(id);
    const outcomes: string[] = [];
    for (let n = 0; n < 20; n += 1) outcomes.push(await report(imageId, `name ${n}`, 'home'));
    outcomes.push(await report(imageId, 'name 0', 'elsewhere'));
    expect(new Set(outcomes)).toEqual(new Set(['counted', 'again']));
    expect((await readArticle(reader, id))?.images).toHaveLength(1);
    expect(await report(0, 'a', 'a')).toBe('unknown');
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from nashra.image_report`.execute(database.db);
    expect(rows[0]?.n).toBe(5);
  });
});
