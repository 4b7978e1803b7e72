import { EventEmitter } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { createProgram } from '../src/program.ts';
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

it('says of every command what it does, at all depths', () => {
  const helps = (command: Command): string[] => [
    command.helpInformation(),
    ...command.commands.flatMap(helps),
  ];
  for (const help of helps(createProgram())) {
    expect(help).toMatch(/^Usage: .*\n\n(?!Options:|Arguments:)/);
    expect(help).not.toContain('(default: [])');
  }
});

it('tells a place that is not there from one that is empty', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nashra-blobs-'));
  const nowhere = join(folder, 'nowhere');
  const { code, err } = await runNashra(['blobs', 'copy', nowhere, join(folder, 'there')]);
  expect([code, err]).toEqual([1, `nashra: There is no folder ${nowhere} to copy from.\n`]);
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
});

it.each(['nonsense', 'mysql://u:sekret@127.0.0.1/x'])(
  'says of %s how an address is written',
  async (url) => {
    const { code, err } = await runNashra(['failures'], { DATABASE_URL: url });
    expect(code).toBe(3);
    expect(err).toMatch(/^nashra: DATABASE_URL is no address.*; it is written postgres:.*\n$/);
    expect(err).not.toContain('sekret');
  },
);

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
  [['failures', 'reason:nonsense'], /"reason:nonsense" is none of unchanged, /],
  [['failures', 'reason:'], /"reason:" says nothing/],
  [['ingest', 'https://example.org/', '--time-zone', 'Mars/Phobos'], /an IANA name like/],
  [['extract', '-', '--time-zone', 'Nowhere'], /an IANA name like/],
  [['feed', '-', '--url', 'nowhere'], /an address like https/],
  [['export', '--since', '2026-02-30'], /a date like 2026-03-01/],
  [['export', '--since', '2026-03-02', '--until', '2026-03-01'], /nothing lies between/],
  [['queries', 'matches', 'fuel', '--after', 'x'], /whole number from 0/],
  [['runs', '--limit', ''], /whole number from 1/],
  [['syndicate', '--search', 'x', '--section', 'y'], /cannot be used with option '--section/],
  [['sources', 'test', 'nowhere'], /Not a web address: "nowhere"/],
  [['sources', 'list', '--helth'], /"nashra sources list --help" shows how it is used/],
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
