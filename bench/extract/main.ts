/**
 * Compares extractors over the same pages in one run: body F1 by the corpus' scorer, CPU
 * milliseconds per page, peak memory of the process, CPU seconds of a new process for its first 200
 * pages. They take turns, so that a slow minute of the machine is everybody's.
 *   node bench/extract/main.ts <corpus folder> [every nth page] [extractor …]
 * The corpus folder holds articles/ (with score.mjs, which scores whole sets: no F1 of every nth page).
 */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loaders } from './extractors.ts';
import { askRunner, type Cold, measureCold, startRunner } from './measure-cold.ts';
import type { Measurement } from './run-one.ts';

/** Pages that warm the compiler up, as a worker that runs for days is; the passes after them count. */
const WARM_UP = 700;
/** A page's time is the median of so many passes. */
const PASSES = 3;
/** Pages of one turn: enough for an extractor to find the processor's caches its own again. */
const TURN = 50;

const [root, step = '1', ...chosen] = process.argv.slice(2);
if (!root) throw new Error('usage: main.ts <corpus folder> [every nth page] [extractor …]');
const articles = join(root, 'articles');
if (!(Number(step) >= 1)) throw new Error(`not a step: ${step}`);
/** The article pages of a folder. */
function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((entry) => entry.endsWith('expected.json'))
    .sort()
    .map((entry) => join(folder, entry, '..'))
    .filter((page) => {
      const { kind = 'article' } = JSON.parse(readFileSync(join(page, 'expected.json'), 'utf8'));
      return kind === 'article';
    });
}
const folders = [
  ...pagesBelow(join(articles, 'core')),
  ...pagesBelow(join(articles, 'wcxb')),
].filter((_, index) => index % Number(step) === 0);

if (folders.length === 0) throw new Error(`no pages below ${articles}`);
const names = chosen.length > 0 ? chosen : Object.keys(loaders);
const unknown = names.find((name) => !Object.hasOwn(loaders, name));
if (unknown !== undefined) {
  throw new Error(`no such extractor: ${unknown} (there are: ${Object.keys(loaders).join(', ')})`);
}

interface Runner {
  readonly name: string;
  readonly child: ChildProcess;
  /** Of each page, by pass. */
  readonly measurements: Map<string, Measurement[]>;
  peak: number;
}

const runners: Runner[] = names.map((name) => ({
  name,
  child: startRunner(name),
  measurements: new Map(),
  peak: 0,
}));

function remember({ measurements }: Runner, one: Measurement): void {
  const ofPage = measurements.get(one.id);
  if (ofPage) ofPage.push(one);
  else measurements.set(one.id, [one]);
}

const warmUps = Math.ceil(WARM_UP / folders.length);
for (let pass = 0; pass < warmUps + PASSES; pass++) {
  const isMeasured = pass >= warmUps;
  const [what, number, of] = isMeasured
    ? ['measuring', pass - warmUps, PASSES]
    : ['warming up', pass, warmUps];
  console.error(`${what}, ${number + 1} of ${of}`);
  for (let from = 0; from < folders.length; from += TURN) {
    for (const runner of runners) {
      const { measurements, peak } = await askRunner(
        runner.child,
        folders.slice(from, from + TURN),
      );
      runner.peak = peak;
      if (isMeasured) for (const one of measurements) remember(runner, one);
    }
  }
}
for (const { child } of runners) child.disconnect();

const work = mkdtempSync(join(tmpdir(), 'nashra-bench-'));
const colds = new Map<string, Cold>();
for (const [index, name] of names.entries()) {
  console.error(`new processes, ${index + 1} of ${names.length}`);
  colds.set(name, await measureCold(name, folders, join(work, `compiled-${index}`)));
}

function score(predictions: string, set: string): string {
  if (step !== '1') return '–';
  const scorer = join(root as string, 'articles/score.mjs');
  const folder = join(articles, set === 'wcxb' ? 'wcxb' : 'core');
  const args = [scorer, folder, predictions, '--json', '--set', set, '--kind', 'article'];
  if (set !== 'wcxb') args.splice(-2);
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  const s: Record<string, number | null> = JSON.parse(stdout);
  // The benchmark's own metric is over words.
  const keys = set === 'wcxb' ? ['wordF1', 'wordP', 'wordR'] : ['f1', 'precision', 'recall'];
  const [f1, precision, recall] = keys.map((key) => (s[key] ?? 0).toFixed(3).slice(1));
  return `${f1} (${precision} / ${recall})`;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const quantile = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;

/** A page's measurement whose time is the median of the passes. */
const typical = (passes: readonly Measurement[]): Measurement =>
  passes.toSorted((a, b) => a.ms - b.ms)[passes.length >> 1] as Measurement;

const rows = runners.map(({ name, measurements: byPage, peak }) => {
  const measurements = [...byPage.values()].map(typical);
  const file = join(work, 'predictions.jsonl');
  writeFileSync(file, measurements.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const times = measurements.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    extractor: name,
    'scrapinghub F1 (P / R)': score(file, 'scrapinghub'),
    'fundus F1 (P / R)': score(file, 'fundus'),
    'wcxb word F1 (P / R)': score(file, 'wcxb'),
    'ms mean': mean(times).toFixed(1),
    'ms median': quantile(times, 0.5).toFixed(1),
    'ms p95': quantile(times, 0.95).toFixed(1),
    'new s': colds.get(name)?.first.toFixed(1),
    'new, compiled before': colds.get(name)?.again.toFixed(1),
    'peak MB': Math.round(peak),
    pages: measurements.length,
    errors: measurements.filter(({ error }) => error).length,
  };
});
console.table(rows);
rmSync(work, { recursive: true });
console.log(JSON.stringify(rows));
