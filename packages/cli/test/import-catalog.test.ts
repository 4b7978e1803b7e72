import { type TestDatabase, testDatabase } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runNashra } from './run-nashra.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.drop());

const run = (...args: string[]) => runNashra(args, { DATABASE_URL: database.url });

it('imports the catalog that comes with Nashra, once', async () => {
  const [first, second] = [
    await run('sources', 'import', '--catalog', '--json'),
    await run('sources', 'import', '--catalog', '--json'),
  ].map(({ out }) => JSON.parse(out));
  expect(first.feedsAdded).toBeGreaterThan(first.publishersAdded);
  expect(first.publishersAdded).toBeGreaterThan(10);
  expect(second).toMatchObject({ publishersAdded: 0, publishersChanged: 0, feedsAdded: 0 });
});

it.each([[[]], [['--catalog', 'list.opml']]])(
  'wants a file or the catalog, not %j',
  async (args) => {
    const { code, err } = await run('sources', 'import', ...args);
    expect([code, err]).toEqual([2, expect.stringContaining('Give a file, or --catalog')]);
  },
);
