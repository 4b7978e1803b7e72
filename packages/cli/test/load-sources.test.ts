import { type TestDatabase, testDatabase } from '@nashra/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadSources } from '../src/up/load-sources.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database?.drop());

function newsroom(port: number) {
  const origin = `http://127.0.0.1:${port}`;
  const publisher = {
    slug: 'sahifa',
    name: 'Sahifa',
    homepage: `${origin}/`,
    language: 'ar' as const,
    country: 'MA',
    timeZone: 'Africa/Casablanca',
    feeds: [{ address: `${origin}/feed`, intervalSeconds: 10 }],
  };
  return { publishers: [publisher], addresses: [`127.0.0.1:${port}`] };
}

const feeds = () =>
  database.db
    .selectFrom('feed')
    .innerJoin('address', 'address.id', 'feed.address_id')
    .innerJoin('publisher', 'publisher.id', 'feed.publisher_id')
    .select(['address.host', 'feed.state', 'publisher.state as publisher'])
    .where('slug', '=', 'sahifa')
    .orderBy('feed.id')
    .execute();

it('lets the feeds of a newsroom that moved rest, and all of it when the real catalog is loaded', async () => {
  await loadSources(database.url, newsroom(7200));
  await loadSources(database.url, newsroom(7300));
  expect(await feeds()).toEqual([
    { host: '127.0.0.1:7200', state: 'paused', publisher: 'active' },
    { host: '127.0.0.1:7300', state: 'active', publisher: 'active' },
  ]);
  await loadSources(database.url, undefined);
  expect((await feeds()).map(({ publisher }) => publisher)).toEqual(['paused', 'paused']);
  await loadSources(database.url, newsroom(7200));
  expect((await feeds()).map(({ state }) => state)).toEqual(['active', 'paused']);
}, 60_000);

it('loads the catalog once', async () => {
  const first = await loadSources(database.url, undefined);
  expect(first.feedsAdded).toBeGreaterThan(0);
  const { publishersAdded, feedsAdded } = await loadSources(database.url, undefined);
  expect([publishersAdded, feedsAdded]).toEqual([0, 0]);
}, 60_000);
