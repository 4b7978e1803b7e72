/**
 * What `nashra plan` reckons with, measured anew, and how near it comes: the pipeline at three sizes, CPU and bytes an article, against what
 * the middle one says of the others.
 *   node bench/pipeline/capacity.ts [--sizes 500,2000,4000] [--corpus DIR]
 * Its last line is one JSON object; `cpuMs`, `walKiB` and `statements` belong into packages/cli/src/plan/measured.ts, the rows into
 * docs/capacity.md. On a quiet machine: of a loaded one the ratios hold, the figures do not.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '500,2000,4000' },
    corpus: { type: 'string', default: `${import.meta.dirname}/../../../shared/corpus` },
  },
});

interface Run {
  readonly pipeline: number;
  readonly byService: Readonly<Record<string, number>>;
  readonly statements: number;
  readonly walBytes: number;
  readonly sizes: { readonly tables: Readonly<Record<string, number>>; readonly blobs: number };
}

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const sizes = values.sizes.split(',').map(Number);
const runs = sizes.map((articles) => ({ articles, run: measure(articles) }));
const { run: middle } = runs[runs.length >> 1] ?? { run: undefined };
if (!middle) throw new Error('no sizes');

const bytesOf = ({ sizes: { tables } }: Run): number =>
  Object.values(tables).reduce((sum, it) => sum + it, 0);
const rows = runs.map(({ articles, run }) => ({
  articles,
  cpuMs: run.pipeline,
  cpuError: errorOf(middle.pipeline, run.pipeline),
  bytes: bytesOf(run),
  bytesError: errorOf(bytesOf(middle), bytesOf(run)),
}));
console.table(rows);
const { byService: cpuMs, statements } = middle;
const walKiB = Math.round(middle.walBytes / 1_024);
console.log(JSON.stringify({ cpuMs, statements, walKiB, blob: middle.sizes.blobs, rows }));

function measure(articles: number): Run {
  const args = ['--only', 'pipeline', '--sizes', '--rounds', '1', '--articles', `${articles}`];
  const printed = execFileSync(process.execPath, [MAIN, ...args, '--corpus', values.corpus], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '');
}

/** By which share of what was measured the model is off. */
function errorOf(reckoned: number, measured: number): number {
  return Math.round((1_000 * (reckoned - measured)) / measured) / 1_000;
}
