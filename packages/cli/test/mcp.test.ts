import { resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { addArticles, addPublisher, type TestDatabase, testDatabase } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
let client: Client;
let ids: number[];

beforeAll(async () => {
  database = await testDatabase();
  const publisherId = await addPublisher(database.db);
  ids = await addArticles(database.db, [
    { publisherId, title: 'Un', language: 'fr', storyId: 5 },
    { publisherId, title: 'Deux', storyId: 5 },
  ]);
  client = new Client({ name: 'test', version: '1' });
  const bin = resolve(import.meta.dirname, '../src/main.ts');
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [bin, 'mcp'],
      env: { ...process.env, DATABASE_URL: database.url } as Record<string, string>,
    }),
  );
});
afterAll(async () => {
  await client?.close();
  await database?.drop();
});

async function ask(name: string, args: Record<string, unknown> = {}) {
  const result = await client.callTool({ name, arguments: args });
  const [content] = result.content as { text: string }[];
  return result.isError ? content?.text : JSON.parse(content?.text ?? '');
}

it('offers the news to agents, all of it read-only', async () => {
  const { tools } = await client.listTools();
  expect(tools.map((it) => it.name)).toEqual([
    'headlines',
    'articles',
    'search',
    'article',
    'story',
    'revisions',
    'publishers',
  ]);
  expect(tools.every((it) => it.annotations?.readOnlyHint)).toBe(true);
  expect(await ask('headlines')).toMatchObject({ articles: [{ story: 5 }], next: null });
  const french = await ask('articles', { language: 'fr' });
  expect(french.articles).toMatchObject([{ id: ids[0], title: 'Un' }]);
  expect((await ask('search', { question: 'deux' })).found).toMatchObject([{ id: ids[1] }]);
  expect(await ask('article', { id: ids[1] })).toMatchObject({ title: 'Deux', story: 5 });
  expect((await ask('story', { id: 5 })).versions).toHaveLength(2);
  expect(await ask('revisions', { id: ids[0], number: 1 })).toMatchObject({ title: 'Un' });
  expect(await ask('publishers')).toMatchObject({ publishers: [{ slug: 'sahifa', articles: 2 }] });
});

it('says in words what is not there, or was asked wrongly', async () => {
  expect(await ask('article', { id: 1 })).toBe('No article 1.');
  expect(await ask('articles', { language: 'fr', author: 'x' })).toMatch(/One of these at a time/);
});
