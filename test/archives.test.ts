import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { asReader, readArticles } from '@nashra/reader';
import { articlePage, waitFor } from '@nashra/testkit';
import { writeAnswer, writeRecord } from '@nashra/warc';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPipeline, type Pipeline } from './pipeline.ts';

const BIN = resolve(import.meta.dirname, '../packages/cli/bin/nashra.js');
/** More than are handed over at one time. */
const PAGES = 70;
const CAPTURED = new Date('2026-03-02T08:00:00Z');
let dir: string;
let first: Pipeline;
let second: Pipeline;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'nashra-archives-'));
  [first, second] = await Promise.all([openPipeline(), openPipeline()]);
});
afterAll(async () => {
  await Promise.all([first, second].map((it) => it?.[Symbol.asyncDispose]()));
  rmSync(dir, { recursive: true, force: true });
});

function start({ database, redis, blobs }: Pipeline, ...args: string[]) {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [BIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH,
      HOME,
      NASHRA_DATA: '/nonexistent',
      DATABASE_URL: database,
      REDIS_URL: redis.url,
      NASHRA_PREFIX: redis.prefix,
      NASHRA_BLOBS: blobs,
    },
  });
}

async function nashra(pipeline: Pipeline, ...args: string[]) {
  const child = start(pipeline, ...args);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  expect([code, err]).toEqual([0, expect.any(String)]);
  return { json: JSON.parse(out), err };
}

/** Every fifth page is another publisher's word for word; every seventh says no date. */
function archive(): Buffer {
  const records = Array.from({ length: PAGES }, (_, n) => {
    const isCopy = n % 5 === 4;
    const told = isCopy ? n - 1 : n;
    const page = articlePage(`Report ${told} of the harbour`, `seed${told}`);
    const body = Buffer.from(
      n % 7 === 0 ? page.replace(/<meta property="article:pub[^>]*>/, '') : page,
    );
    return writeRecord({
      type: 'response',
      date: new Date(+CAPTURED + n * 60_000),
      target: `https://${isCopy ? 'copies' : 'sahifa'}.example/news/${n}`,
      contentType: 'application/http; msgtype=response',
      block: writeAnswer(200, { 'content-type': 'text/html' }, body),
    });
  });
  const other = writeRecord({
    type: 'response',
    date: CAPTURED,
    target: 'https://sahifa.example/gone',
    contentType: 'application/http; msgtype=response',
    block: writeAnswer(404, {}, Buffer.from('gone')),
  });
  return Buffer.concat([
    other,
    ...records.slice(0, 30),
    Buffer.from('damage'),
    ...records.slice(30),
  ]);
}

/** All that readers see of articles, by address; stories as the addresses that are told together. */
async function articlesOf({ db }: Pipeline) {
  const rows = await db.selectFrom('article').select(['id', 'story_id']).execute();
  const articles = await readArticles(
    asReader(db),
    rows.map(({ id }) => id),
  );
  const url = new Map(articles.map((it) => [it.id, it.url]));
  return articles
    .map(({ id, title, body, publishedAt, publisher, url: own, story }) => {
      const of = rows.filter((row) => row.story_id === story).map((row) => url.get(row.id));
      return { own, title, body, publishedAt, publisher, isNew: id > 0, of: of.sort() };
    })
    .sort((a, b) => (a.own < b.own ? -1 : 1));
}

it('takes in an archive at its own dates, goes on when killed, and gives the same articles again', async () => {
  const path = join(dir, 'news.warc.gz');
  const state = `${path}.import.json`;
  writeFileSync(path, archive());
  await first.start('parse');
  const killed = start(first, 'import', 'warc', path, '--json');
  await waitFor(async () => existsSync(state), { what: 'the first mark' });
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  for (const name of ['scheduler', 'dedupe', 'index'] as const) await first.start(name);
  const { json, err } = await nashra(first, 'import', 'warc', path, '--json');
  expect(err).toContain('going on after');
  expect(json.records).toBe(PAGES + 2);
  expect(json.entered + json.known).toBe(PAGES);
  expect(json.leftOut).toEqual({ status: 1, damaged: 1 });
  expect(existsSync(state)).toBe(false);
  await first.settled(60_000);

  const articles = await articlesOf(first);
  expect(articles).toHaveLength(PAGES);
  expect(articles.find(({ own }) => own.endsWith('/news/1'))?.publishedAt).toEqual(
    new Date('2026-03-01T10:00:00Z'),
  );
  expect(articles.filter(({ of }) => of.length === 2)).toHaveLength(2 * Math.floor(PAGES / 5));

  const again = await nashra(first, 'import', 'warc', path, '--json');
  expect(again.json).toMatchObject({ entered: 0, known: PAGES });

  const exported = join(dir, 'exported.warc.gz');
  const { json: done } = await nashra(
    first,
    'export',
    '--format',
    'warc',
    '--to',
    exported,
    '--json',
  );
  expect(done.rows).toBe(PAGES);
  for (const name of ['scheduler', 'parse', 'dedupe', 'index'] as const) await second.start(name);
  await nashra(second, 'import', 'warc', exported, '--json');
  await second.settled(60_000);
  expect(await articlesOf(second)).toEqual(articles);
}, 120_000);
