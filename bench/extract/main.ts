/**
 * Compares extractors over the same pages in one run: body F1 by the corpus' scorer, CPU
 * milliseconds per page, peak memory of the process.
 *   node bench/extract/main.ts <corpus folder> [every nth page]
 * The corpus folder holds articles/ (with score.mjs) and arabic/pages.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loaders } from './extractors.ts';

const [root, step = '1'] = process.argv.slice(2);
if (!root) throw new Error('usage: main.ts <corpus folder> [every nth page]');
const work = mkdtempSync(join(tmpdir(), 'nashra-bench-'));

interface Prediction {
  readonly id: string;
  readonly ms: number;
  readonly bytes: number;
  readonly error?: string;
}

const run = (...args: readonly string[]): string =>
  spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 }).stdout;
const quantile = (values: readonly number[], share: number): number =>
  values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN;

function score(folder: string, predictions: string, ...options: readonly string[]): string {
  const output = run(
    join(root as string, 'articles/score.mjs'),
    folder,
    predictions,
    '--json',
    ...options,
  );
  const { f1, precision, recall }: Record<string, number | null> = JSON.parse(output);
  const show = (value: number | null | undefined): string => (value ?? 0).toFixed(3).slice(1);
  return `${show(f1)} (${show(precision)} / ${show(recall)})`;
}

const rows = Object.keys(loaders).map((name) => {
  const core = join(root, 'articles/core');
  const lines = run(join(import.meta.dirname, 'run-one.ts'), name, core, step)
    .trim()
    .split('\n');
  const { peak }: { peak: number } = JSON.parse(lines.pop() ?? '{}');
  const measured = lines.slice(lines.indexOf('start') + 1);
  const file = join(work, 'predictions.jsonl');
  writeFileSync(file, `${measured.join('\n')}\n`);
  const pages: Prediction[] = measured.map((line) => JSON.parse(line));
  const times = pages.map(({ ms }) => ms).sort((a, b) => a - b);
  return {
    extractor: name,
    'scrapinghub F1 (P / R)': step === '1' ? score(core, file, '--set', 'scrapinghub') : '–',
    'fundus F1 (P / R)': step === '1' ? score(core, file, '--set', 'fundus') : '–',
    'ms mean': (times.reduce((sum, ms) => sum + ms, 0) / times.length).toFixed(1),
    'ms median': quantile(times, 0.5).toFixed(1),
    'ms p95': quantile(times, 0.95).toFixed(1),
    'peak MB': Math.round(peak),
    pages: pages.length,
    errors: pages.filter(({ error }) => error).length,
  };
});
console.table(rows);
rmSync(work, { recursive: true });
