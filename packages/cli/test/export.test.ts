import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFeed } from '@nashra/feeds';
import { addArticles, addPublisher, image, type TestDatabase, testDatabase } from '@nashra/testkit';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { interrupt, runNashra } from './run-nashra.ts';

let database: TestDatabase;
let dir: string;
let ids: number[];
const COUNT = 450;

beforeAll(async () => {
  database = await testDatabase();
  dir = mkdtempSync(join(tmpdir(), 'nashra-export-'));
  const publisherId = await addPublisher(database.db);
  ids = await addArticles(
    database.db,
    Array.from({ length: COUNT }, (_, n) => ({
      publisherId,
      title: n === COUNT - 1 ? 'last\u200f one' : `عنوان ${n}`,
      publishedAt: new Date(Date.UTC(2026, 0, 1 + n)).toISOString(),
      images: n === 0 ? [image('https://a.example/1.jpg')] : [],
    })),
  );
});
afterAll(async () => {
  await database?.drop();
  rmSync(dir, { recursive: true, force: true });
});

const nashra = async (...args: string[]) => {
  const { code, out, err } = await runNashra(['export', ...args], { DATABASE_URL: database.url });
  expect([code, err]).toEqual([0, expect.any(String)]);
  return out;
};
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

it('spells out on standard output what would steer a terminal, and a program reads the same', async () => {
  const out = await nashra('--after', String(ids.at(-2)));
  expect(out).toContain('last\\u200f one');
  expect(lines(out)[0].title).toBe('last\u200f one');
});

it('goes on where it was interrupted, and says by its code that it was', async () => {
  const to = join(dir, 'interrupted.jsonl');
  const env = { DATABASE_URL: database.url };
  const running = runNashra(['export', '--to', to], env);
  await interrupt();
  expect(await running).toMatchObject({
    code: 130,
    err: expect.stringContaining('the same command goes on'),
  });
  const part = lines(readFileSync(to, 'utf8')).map((it) => it.id);
  expect(part).toEqual(ids.slice(0, part.length));
  expect(part.length).toBeLessThan(COUNT);
  await nashra('--to', to);
  expect(lines(readFileSync(to, 'utf8')).map((it) => it.id)).toEqual(ids);
});

it('writes an object a line, all of them or those of a window', async () => {
  const all = lines(await nashra());
  expect(all.map((it) => it.id)).toEqual(ids);
  expect(all[0]).toMatchObject({ title: 'عنوان 0', publisher: 'sahifa' });
  const some = lines(await nashra('--since', '2026-01-03', '--until', '2026-01-05'));
  expect(some.map((it) => it.id)).toEqual(ids.slice(2, 4));
  const later = lines(await nashra('--after', String(ids[COUNT - 2])));
  expect(later.map((it) => it.id)).toEqual(ids.slice(-1));
});

it('goes on where an interrupted one was whole, and cuts off what was not', async () => {
  const to = join(dir, 'news.ndjson');
  const done = JSON.parse(await nashra('--to', to, '--json'));
  expect(done).toMatchObject({ rows: COUNT, after: ids.at(-1) });
  const whole = readFileSync(to, 'utf8');
  const half = `${whole.split('\n').slice(0, 200).join('\n')}\n`;
  writeFileSync(to, `${half}{"id": 1, "tit`);
  const mark = { after: ids[199], rows: 200, size: Buffer.byteLength(half) };
  const asked = JSON.stringify({ format: 'ndjson', after: 0 });
  writeFileSync(`${to}.export.json`, JSON.stringify({ asked, seq: 1, mark }));
  expect(JSON.parse(await nashra('--to', to, '--json'))).toMatchObject({ rows: COUNT, seq: 1 });
  expect(readFileSync(to, 'utf8')).toBe(whole);
});

it('writes ninjs, and Parquet that another library reads', async () => {
  const [first] = lines(await nashra('--format', 'ninjs', '--until', '2026-01-02'));
  expect(first).toMatchObject({
    type: 'text',
    standard: { name: 'ninjs', version: '3.0' },
    language: 'ar',
    headlines: [{ value: 'عنوان 0' }],
    associations: [{ type: 'picture', uri: 'https://a.example/1.jpg' }],
  });
  const to = join(dir, 'news');
  await nashra('--format', 'parquet', '--to', to);
  const files = readdirSync(to);
  expect(files).toEqual(['articles-000001.parquet']);
  const file = await asyncBufferFromFile(join(to, files[0] ?? ''));
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(COUNT);
  expect(rows[0]).toMatchObject({
    id: BigInt(ids[0] ?? 0),
    title: 'عنوان 0',
    published_at: new Date('2026-01-01'),
    authors: [],
  });
});

it('prints a feed of a publisher or a story, which our own reader of feeds finds nothing wrong with', async () => {
  const run = async (...args: string[]) => {
    const { code, out, err } = await runNashra(['syndicate', ...args], {
      DATABASE_URL: database.url,
    });
    expect([code, err]).toEqual([0, '']);
    return out;
  };
  for (const format of ['rss', 'json']) {
    const out = await run('--publisher', 'sahifa', '--format', format, '--limit', '3');
    const { entries, warnings } = parseFeed(Buffer.from(out), { url: 'https://sahifa.example/' });
    expect([format, warnings, entries.length]).toEqual([format, [], 3]);
  }
  const [{ story }] = lines(await nashra('--until', '2026-01-02'));
  expect(await run('--story', String(story))).toContain('<title>عنوان 0</title>');
});
