/**
 * What `nashra plan` reckons with, measured anew, and how near it comes: the pipeline at three sizes, CPU and bytes an article, against what
 * the middle one says of the others.
 *   node bench/pipeline/capacity.ts [--sizes 500,2000,4000] [--corpus DIR] [--write]
 * `--write` puts the middle one into packages/cli/src/plan/measured.json and all of them into docs/capacity.md. Its last line is one JSON
 * object; it fails where the model is off by more than a fifth. On a quiet machine: of a loaded one the ratios hold, the figures do not.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measuredOf, type Run, rowOf, writeCapacity } from './capacity-model.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '500,2000,4000' },
    corpus: { type: 'string', default: `${import.meta.dirname}/../../../shared/corpus` },
    write: { type: 'boolean', default: false },
  },
});
const MOST_ERROR = 0.2;
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

const runs = values.sizes
  .split(',')
  .map(Number)
  .map((articles) => ({ articles, run: measure(articles) }));
const middle = runs[runs.length >> 1];
if (!middle) throw new Error('no sizes');
const measured = measuredOf(middle.run);
const rows = runs.map(({ articles, run }) => rowOf(articles, run, measured));
console.table(rows);
if (values.write) writeCapacity(measured, rows);
const errors = rows.flatMap((it) => [it.cpuError, it.keptError].map(Math.abs));
if (Math.max(...errors) > MOST_ERROR) process.exitCode = 1;
console.log(JSON.stringify({ ...measured, rows }));

function measure(articles: number): Run {
  const args = ['--only', 'pipeline', '--sizes', '--rounds', '1', '--articles', `${articles}`];
  const printed = execFileSync(process.execPath, [MAIN, ...args, '--corpus', values.corpus], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '');
}
