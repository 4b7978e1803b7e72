/**
 * Archives there and back: pages of an archive are taken in, with a kill in the middle, written out as an archive again, and
 * taken in by an empty system. Says how many articles are the same in all that readers see (`equal`), or in all but the body (`alike`), and how many pages a second
 * an import reads, services and all.
 *   node bench/warc/main.ts [--pages 2000] [--corpus DIR]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { writeAnswer, writeRecord } from '@nashra/warc';
import { distinctPage, takeApart } from '../pipeline/distinct.ts';
import { loadSamples } from '../pipeline/pages.ts';
import { articlesOf } from './articles-of.ts';
import { openSystem, type System } from './system.ts';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '2000' },
    corpus: { type: 'string', default: `${import.meta.dirname}/../../../shared/corpus` },
  },
});
const count = Number(values.pages);
const HOSTS = 20;
const BIN = resolve(import.meta.dirname, '../../packages/cli/bin/nashra.js');
const FIRST = Date.UTC(2026, 0, 5);

const dir = mkdtempSync(join(tmpdir(), 'nashra-archive-'));
try {
  const archive = join(dir, 'invented.warc.gz');
  const exported = join(dir, 'exported.warc.gz');
  writeFileSync(archive, await invent());
  const there = await using(async (system) => {
    const killed = nashra(system, 'import', 'warc', archive);
    while (!existsSync(`${archive}.import.json`)) await sleep(20);
    await sleep(1_000);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    await run(system, 'import', 'warc', archive, '--json');
    await run(system, 'export', '--format', 'warc', '--own', '--to', exported, '--json');
    return await articlesOf(system.db);
  });
  const started = performance.now();
  const back = await using(async (system) => {
    const before = performance.now();
    await run(system, 'import', 'warc', exported, '--json');
    return { articles: await articlesOf(system.db), ms: performance.now() - before };
  });
  console.log(`empty system and import: ${Math.round((performance.now() - started) / 1_000)} s`);
  const equal = [...there].filter(([url, text]) => back.articles.get(url) === text).length;
  for (const [url, text] of [...there]
    .filter(([url, it]) => back.articles.get(url) !== it)
    .slice(0, 3))
    console.log(
      `other: ${url}\n  ${text.slice(0, 300)}\n  ${back.articles.get(url)?.slice(0, 300)}`,
    );
  const pagesPerSecond = Math.round(count / (back.ms / 1_000));
  /** But for the body, whose furniture depends on which pages were read before. */
  const facts = (text: string | undefined) => text?.replace(/,"body":.*$/s, '');
  const alike = [...there].filter(([url, text]) => facts(back.articles.get(url)) === facts(text));
  const other = new Set([...there.keys(), ...back.articles.keys()]).size - equal;
  console.log(
    JSON.stringify({
      pages: count,
      articles: there.size,
      equal,
      alike: alike.length,
      other,
      pagesPerSecond,
    }),
  );
  if (other > 0 || there.size === 0) process.exitCode = 1;
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function using<T>(work: (system: System) => Promise<T>): Promise<T> {
  await using system = await openSystem();
  return await work(system);
}

/** Of some hosts, at minutes one after another; every fifth is another publisher's version of the one before. */
async function invent(): Promise<Buffer> {
  const samples = takeApart(await loadSamples(values.corpus));
  const records = Array.from({ length: count }, (_, n) =>
    writeRecord({
      type: 'response',
      date: new Date(FIRST + n * 60_000),
      target: `https://host-${n % HOSTS}.example/news/${n}`,
      contentType: 'application/http; msgtype=response',
      block: writeAnswer(
        200,
        { 'content-type': 'text/html; charset=utf-8' },
        Buffer.from(distinctPage(samples, n)),
      ),
    }),
  );
  return Buffer.concat(records);
}

function nashra({ env }: System, ...args: string[]) {
  return spawn(process.execPath, [BIN, ...args], { env, stdio: ['ignore', 'inherit', 'inherit'] });
}

async function run(system: System, ...args: string[]): Promise<void> {
  const [code] = await once(nashra(system, ...args), 'exit');
  if (code !== 0) throw new Error(`nashra ${args[0]} ended with ${code}`);
}
