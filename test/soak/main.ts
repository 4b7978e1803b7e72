import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { breathe } from './breathe.ts';
import { lineChart } from './line-chart.ts';
import { startEndless } from './newsroom.ts';
import { type Sample, sample } from './sample.ts';
import { openSoaked } from './soaked.ts';
import { judge } from './verdict.ts';

const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '2' },
    /** Articles a second at the height of a breath. */
    peak: { type: 'string', default: '8' },
    /** Where samples, chart and verdict are written. */
    out: { type: 'string', default: '.soak' },
  },
});

const EVERY_MS = 5_000;
const DRAIN_MS = 60_000;
const HOSTS = 24;
const hours = Number(values.hours);
mkdirSync(values.out, { recursive: true });
const lines = join(values.out, 'samples.jsonl');
writeFileSync(lines, '');

await using newsroom = await startEndless(HOSTS);
await using soaked = await openSoaked();
const load = await breathe(soaked, newsroom.origins, Number(values.peak));
const startedAt = performance.now();
const elapsed = () => (performance.now() - startedAt) / 3_600_000;
const samples: Sample[] = [];
let since = 0;
const look = async () => {
  const taken = await sample(soaked, elapsed(), since);
  since = taken.since;
  samples.push(taken.sample);
  appendFileSync(lines, `${JSON.stringify(taken.sample)}\n`);
};
while (elapsed() < hours) {
  await look();
  await sleep(EVERY_MS);
}
await load.stop();
const until = performance.now() + DRAIN_MS;
do await look();
while (
  (samples.at(-1)?.waiting ?? 0) > 0 &&
  performance.now() < until &&
  (await sleep(1_000, true))
);

const judged = judge(samples, load.entered);
for (const { what, holds, figures } of judged)
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${what}: ${figures}`);
writeFileSync(join(values.out, 'verdict.json'), `${JSON.stringify(judged, null, 2)}\n`);
const seriesOf = (name: string, unit: string, of: (it: Sample) => number) => ({
  name,
  unit,
  points: samples.map((it) => ({ hours: it.hours, value: of(it) })),
});
const services = [...soaked.pids.keys()];
const chart = lineChart(`Soak of ${hours} hours, ${load.entered} articles`, [
  seriesOf('articles a second', '', (it) => it.articles / (EVERY_MS / 1_000)),
  seriesOf(
    'lag p99',
    'ms',
    (it) => it.lags.toSorted((a, b) => a - b).at(Math.ceil(it.lags.length * 0.99) - 1) ?? 0,
  ),
  ...services.map((name) => seriesOf(`memory of ${name}`, 'MiB', (it) => it.memory[name] ?? 0)),
  ...services.map((name) => seriesOf(`handles of ${name}`, '', (it) => it.handles[name] ?? 0)),
  seriesOf('flight', 'MiB', (it) => it.tables['flight'] ?? 0),
  seriesOf('draft', 'MiB', (it) => it.tables['draft'] ?? 0),
  seriesOf('tally', 'MiB', (it) => it.tables['tally'] ?? 0),
  seriesOf('database', 'MiB', (it) => it.databaseMb),
  seriesOf('Redis', 'MiB', (it) => it.redisMb),
]);
writeFileSync(join(values.out, 'soak.svg'), chart);
const holding = judged.filter((it) => it.holds).length;
console.log(`${holding} of ${judged.length} hold`);
process.exitCode = holding === judged.length ? 0 : 1;
