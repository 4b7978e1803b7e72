import {
  claimAll,
  type Draft,
  keepTellings,
  keysOf,
  saveDrafts,
  writeArticles,
} from '@nashra/articles';
import { readAudit } from '@nashra/audit';
import { addAddress, addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runNashra } from './run-nashra.ts';

const BODY =
  'The library of the town opened its doors again after two years of repairs and showed in its hall rare manuscripts that belonged to Andalusian families.';
const FIRST = { articleId: 1_001, storyId: 2_001 };
const SECOND = { articleId: 1_002, storyId: 2_002 };
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await publish('a', FIRST, 'The library lends again', BODY);
  await publish('b', SECOND, 'Books and children', `${BODY} Children come on Wednesdays.`);
});
afterAll(() => database.drop());

const nashra = async (...args: string[]) => {
  const { code, out, err } = await runNashra(['dedupe', ...args], { DATABASE_URL: database.url });
  return { code, out, err };
};

it('explains two articles, merges their stories and takes them apart again, and writes down who did', async () => {
  const pair = [String(FIRST.articleId), String(SECOND.articleId)];
  const asText = await nashra('explain', ...pair);
  expect(asText.out).toMatch(/two stories\.\nThe texts alone: copy/);
  const { decision, reasons } = JSON.parse((await nashra('explain', ...pair, '--json')).out);
  expect(decision).toMatchObject({ relation: 'copy' });
  expect(reasons[0]).toMatchObject({ points: expect.any(Number) });

  const stories = [String(SECOND.storyId), String(FIRST.storyId)];
  const merged = await nashra('merge', ...stories, '--because', 'one library', '--json');
  expect(JSON.parse(merged.out)).toMatchObject({ moved: [SECOND.articleId] });
  expect((await nashra('explain', ...pair)).out).toMatch(/a person put it there/);
  expect(await nashra('merge', ...stories)).toMatchObject({
    code: 1,
    err: expect.stringMatching(/was merged into 2001/),
  });
  const split = JSON.parse((await nashra('split', pair[1] ?? '', '--json')).out);
  expect(split.storyId).not.toBe(SECOND.storyId);
  const audit = await readAudit(database.db, { limit: 10 });
  expect(audit.map(({ action, reason }) => [action, reason])).toEqual([
    ['story.split', null],
    ['story.merge', 'one library'],
  ]);
  expect(await nashra('explain', '1', '2')).toMatchObject({ code: 1 });

  const again = await nashra('replay', '--since', '1h', '--json');
  expect(JSON.parse(again.out)).toMatchObject({ decided: 0, moves: [], settled: null });
  expect(await nashra('replay', '--since', '90d')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/kept for 7 days/),
  });
});

async function publish(
  slug: string,
  { articleId, storyId }: typeof FIRST,
  title: string,
  body: string,
): Promise<void> {
  const { db } = database;
  const publisherId = await addPublisher(db, { slug });
  const address = `https://${slug}.example/1`;
  const addressId = await addAddress(db, address, publisherId, { state: 'parsed' });
  const draft: Draft = {
    title,
    authors: [],
    body,
    html: '',
    summary: null,
    section: null,
    tags: [],
    language: 'en',
    publishedAt: null,
    publishedPrecision: null,
    publishedSource: null,
    modifiedAt: null,
    wordCount: body.split(' ').length,
    canonical: null,
    images: [],
    extractorVersion: 'test',
    captureId: 1,
    facts: {},
  };
  await saveDrafts(db, [{ addressId, address, guidKey: null, draft }]);
  const keys = keysOf({ address, guidKey: null, draft }, { textKey: '', titleKey: '' });
  const decision = { kind: 'new', articleId, storyId, copyOf: null } as const;
  await db.transaction().execute(async (tx) => {
    await claimAll(tx, [{ addressId, publisherId, decision, keys }]);
    const place = { addressId, articleId, storyId };
    const told = { ...place, publishedAt: Date.now(), isStated: false, rule: '1.1' };
    const how = { crowded: [], memoryDays: 7 };
    await keepTellings(tx, [{ ...told, like: null, isRevision: false }], [], how);
    await writeArticles(tx, [addressId]);
  });
}
