import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { runNashra, spawnNashra } from './run-nashra.ts';

// Each run listens anew to the streams it is given.
EventEmitter.defaultMaxListeners = 50;

const COMMANDS = [
  ['up'],
  ['status'],
  ['sources', 'list'],
  ['sources', 'add'],
  ['sources', 'import'],
  ['sources', 'export'],
  ['sources', 'pause'],
  ['sources', 'resume'],
  ['sources', 'poll'],
  ['sources', 'remove'],
  ['ingest'],
  ['show'],
  ['replay'],
  ['reextract'],
  ['dedupe', 'explain'],
  ['dedupe', 'merge'],
  ['dedupe', 'split'],
  ['extract'],
  ['feed'],
  ['migrate'],
  ['doctor'],
  ['completion'],
];

it.each(COMMANDS)('explains %s %s, with an example', async (...command) => {
  const { code, out } = await runNashra([...command, '--help']);
  expect(code).toBe(0);
  expect(out).toMatch(/Examples?:\n {2}.*nashra /);
});

it('says its version', async () => {
  const { code, out } = await runNashra(['--version']);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\n$/);
});

it.each([
  [['bogus'], /unknown command/],
  [['ingest'], /missing required argument/],
  [['replay', '--limit', '0'], /whole number from 1/],
  [['replay', '--from', 'nowhere'], /Allowed choices are fetch, parse/],
  [['replay', '--reason', 'nonsense'], /No such reason: nonsense/],
])('%j is wrong usage', async (args, said) => {
  const { code, err } = await runNashra(args);
  expect(code).toBe(2);
  expect(err).toMatch(said);
});

it('asks no private address unless it is told to', async () => {
  const { code, err } = await runNashra(['feed', 'http://127.0.0.1:8080/feed']);
  expect(code).toBe(1);
  expect(err).toMatch(/not a public address.*FETCH_ALLOW_PRIVATE/);
});

it('says as a program how to start when nothing is running', async () => {
  const { code, err } = await spawnNashra(['status', '--json']);
  expect(code).toBe(3);
  expect(err).toMatch(/^nashra: Nothing is running here\. .*npm start.*\n$/);
}, 60_000);

it('reads a page and a feed from standard input, without a system', async () => {
  const feed =
    '<rss version="2.0"><channel><title>Weekly</title><item><title>One</title><link>/1</link></item></channel></rss>';
  const address = ['--url', 'https://example.org/feed', '--json'];
  const read = await spawnNashra(['feed', '-', ...address], {}, feed);
  expect(JSON.parse(read.out)).toMatchObject({
    title: 'Weekly',
    entries: [{ address: 'https://example.org/1' }],
  });
  const page = await spawnNashra(['extract', '-', '--json'], {}, '<title>Just a title</title>');
  expect([page.code, JSON.parse(page.out).isArticle]).toEqual([1, false]);
}, 90_000);
