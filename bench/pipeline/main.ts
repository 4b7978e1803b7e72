/**
 * What carrying an article costs: the whole pipeline, a straight loop with the same extraction, and the usual npm
 * script, in turn over the same pages. Postgres and Redis are counted; the publishers' server is not.
 *
 *   node bench/pipeline/main.ts [--articles 2000] [--rounds 3] [--hosts 50] [--only pipeline|straight|script] [--lag]
 *     [--filled] [--statements] [--sizes] [--pooler plain|names]
 *
 * --lag adds how long an article takes; --filled a round on a ledger of a million addresses with 6,000 in flight;
 * --pooler has the pipeline of each round run a second time through PgBouncer in transaction mode (with `names`, one that keeps
 * prepared statements); --statements what each statement took; --sizes what an article takes on the disk, by table.
 * The last line is one JSON object: CPU ms an article of each, by service, statements and WAL an article, lag in ms.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBouncer } from '@nashra/testkit';
import { fill } from './fill.ts';
import { openGround } from './ground.ts';
import { runLag } from './lag.ts';
import { runLoop } from './run-loop.ts';
import { type Cost, runPipeline } from './run-pipeline.ts';
import { readSizes } from './sizes.ts';
import { printStatements } from './statements.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '3' },
    hosts: { type: 'string', default: '50' },
    only: { type: 'string', multiple: true },
    lag: { type: 'boolean', default: false },
    filled: { type: 'boolean', default: false },
    statements: { type: 'boolean', default: false },
    sizes: { type: 'boolean', default: false },
    pooler: { type: 'string' },
    corpus: { type: 'string', default: `${import.meta.dirname}/../../../shared/corpus` },
  },
});
/** Apart from the other rounds. */
const FILLED_RUN = 400;
const POOLED_RUN = 200;
const size = { articles: Number(values.articles), hosts: Number(values.hosts) };
const wanted = (name: string) => values.only?.includes(name) ?? true;

await using ground = await openGround(values.corpus, size);
await using pooler = values.pooler
  ? await startBouncer(ground.dir, ground.databaseUrl, {
      sessions: 20,
      keepsNames: values.pooler === 'names',
    })
  : null;
const rounds: { pipeline?: Cost; pooled?: Cost; straight?: number; script?: number }[] = [];
for (let round = 1; round <= Number(values.rounds); round += 1) {
  const pipeline = wanted('pipeline') ? await runPipeline(ground, round) : undefined;
  const pooled = pooler ? await runPipeline(ground, POOLED_RUN + round, pooler) : undefined;
  const straight = wanted('straight') ? await runLoop(ground, 'straight', round) : undefined;
  const script = wanted('script') ? await runLoop(ground, 'script', round) : undefined;
  rounds.push({
    ...(pipeline && { pipeline }),
    ...(pooled && { pooled }),
    ...(straight && { straight }),
    ...(script && { script }),
  });
  console.log(
    [
      `round ${round}`,
      pipeline && `pipeline ${pipeline.all.toFixed(1)} ms (${line(pipeline.byService)})`,
      pooled && `pooled ${pooled.all.toFixed(1)} ms (${line(pooled.byService)})`,
      straight && `straight ${straight.toFixed(1)} ms`,
      script && `script ${script.toFixed(1)} ms`,
    ]
      .filter(Boolean)
      .join(' · '),
  );
}
if (values.statements) await printStatements(ground.db);
const sizes = values.sizes ? await readSizes(ground.db, join(ground.dir, 'blobs')) : null;
const lag = values.lag ? await runLag(ground) : null;
const filled = values.filled ? await runFilled() : null;

const costs = rounds.flatMap(({ pipeline }) => (pipeline ? [pipeline] : []));
const names = Object.keys(costs[0]?.byService ?? {});
const result = {
  pipeline: median(costs.map((it) => it.all)),
  straight: median(rounds.flatMap((it) => it.straight ?? [])),
  script: median(rounds.flatMap((it) => it.script ?? [])),
  byService: Object.fromEntries(
    names.map((name) => [name, median(costs.map((it) => it.byService[name] ?? 0))]),
  ),
  statements: median(costs.map((it) => it.statements)),
  walBytes: median(costs.map((it) => it.walBytes)),
  lag,
  filled,
  ...(sizes && { sizes }),
  ...(pooler && { pooled: median(rounds.flatMap((it) => it.pooled?.all ?? [])) }),
};
const share = (a: number | null, b: number | null) => (a && b ? (a / b).toFixed(2) : '–');
console.log(`\nmedians of ${rounds.length} rounds, CPU ms an article`);
for (const name of names) console.log(`  ${name.padEnd(10)} ${result.byService[name]?.toFixed(2)}`);
console.log(`  all        ${result.pipeline?.toFixed(2)}`);
console.log(
  `articles a CPU second: ${share(result.straight, result.pipeline)} of the straight loop, ${share(result.script, result.pipeline)} of the script`,
);
console.log(JSON.stringify(result));

async function runFilled(): Promise<number> {
  await fill(ground.db, {
    addresses: 1_000_000,
    articles: 300_000,
    inFlight: 6_000,
    waiting: 100_000,
  });
  const cost = await runPipeline(ground, FILLED_RUN);
  console.log(`filled · pipeline ${cost.all.toFixed(1)} ms (${line(cost.byService)})`);
  return Math.round(cost.all * 100) / 100;
}

function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 100) / 100;
}

function line(costs: Readonly<Record<string, number>>): string {
  return Object.entries(costs)
    .map(([name, ms]) => `${name} ${ms.toFixed(1)}`)
    .join(', ');
}
