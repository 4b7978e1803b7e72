/**
 * What carrying an article costs: the whole pipeline, a straight loop with the same extraction, and the usual npm
 * script, in turn over the same pages. Postgres and Redis are counted; the publishers' server is not.
 *
 *   node bench/pipeline/main.ts [--articles 5000] [--rounds 2] [--hosts 50] [--only pipeline|straight|script] [--lag]
 *     [--filled] [--snapshot] [--statements] [--sizes] [--pooler plain|names] [--cluster] [--replica] [--s3]
 *
 * --lag adds how long an article takes; --filled a round on a ledger of a million addresses with 6,000 in flight; --snapshot has
 * somebody hold a snapshot all the while, so nothing that is gone can be cleared away;
 * --pooler has the pipeline of each round run once more through PgBouncer in transaction mode (with `names`, one that keeps
 * prepared statements), --cluster on a Redis Cluster of six nodes, --replica with a replica that follows, --s3 with a bucket, whose server
 * is not counted; --statements what each statement took; --sizes what an article takes on the disk, by table.
 * The last line is one JSON object: CPU ms an article of each, by service, statements and WAL an article, lag in ms.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ENGINES, type EngineName, startEngine } from '@nashra/testkit';
import pg from 'pg';
import { fill } from './fill.ts';
import { openGround } from './ground.ts';
import { runLag } from './lag.ts';
import { runLoop } from './run-loop.ts';
import { type Cost, runPipeline } from './run-pipeline.ts';
import { readSizes } from './sizes.ts';
import { printStatements } from './statements.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '2' },
    hosts: { type: 'string', default: '50' },
    only: { type: 'string', multiple: true },
    lag: { type: 'boolean', default: false },
    filled: { type: 'boolean', default: false },
    snapshot: { type: 'boolean', default: false },
    statements: { type: 'boolean', default: false },
    sizes: { type: 'boolean', default: false },
    pooler: { type: 'string' },
    cluster: { type: 'boolean', default: false },
    replica: { type: 'boolean', default: false },
    s3: { type: 'boolean', default: false },
    corpus: { type: 'string', default: `${import.meta.dirname}/../../../shared/corpus` },
  },
});
/** Apart from the other rounds. */
const FILLED_RUN = 400;
const ENGINE_RUN = { pooler: 200, cluster: 250, replica: 300, s3: 350 } as const;
const size = { articles: Number(values.articles), hosts: Number(values.hosts) };
const wanted = (name: string) => values.only?.includes(name) ?? true;

await using ground = await openGround(values.corpus, size);
await using _held = values.snapshot ? await holdSnapshot(ground.databaseUrl) : null;
const engines = ENGINES.filter((name) => values[name]);
type Round = { pipeline?: Cost; straight?: number; script?: number };
const rounds: (Round & { readonly engines: ReadonlyMap<EngineName, Cost> })[] = [];
for (let round = 1; round <= Number(values.rounds); round += 1) {
  const pipeline = wanted('pipeline') ? await runPipeline(ground, round) : undefined;
  const onEngines = new Map<EngineName, Cost>();
  for (const name of engines) onEngines.set(name, await runOn(name, round));
  const straight = wanted('straight') ? await runLoop(ground, 'straight', round) : undefined;
  const script = wanted('script') ? await runLoop(ground, 'script', round) : undefined;
  rounds.push({
    ...(pipeline && { pipeline }),
    engines: onEngines,
    ...(straight && { straight }),
    ...(script && { script }),
  });
  console.log(
    [
      `round ${round}`,
      pipeline && `pipeline ${pipeline.all.toFixed(1)} ms (${line(pipeline.byService)})`,
      ...[...onEngines].map(
        ([name, it]) => `${name} ${it.all.toFixed(1)} ms (${line(it.byService)})`,
      ),
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
  ...(engines.length > 0 && { engines: Object.fromEntries(engines.map(costOn)) }),
};
const share = (a: number | null, b: number | null) => (a && b ? (a / b).toFixed(2) : '–');
console.log(`\nmedians of ${rounds.length} rounds, CPU ms an article`);
for (const name of names) console.log(`  ${name.padEnd(10)} ${result.byService[name]?.toFixed(2)}`);
console.log(`  all        ${result.pipeline?.toFixed(2)}`);
console.log(
  `articles a CPU second: ${share(result.straight, result.pipeline)} of the straight loop, ${share(result.script, result.pipeline)} of the script`,
);
console.log(JSON.stringify(result));

/** Until it is disposed of. */
async function holdSnapshot(databaseUrl: string): Promise<AsyncDisposable> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query('begin isolation level repeatable read; select 1');
  return { [Symbol.asyncDispose]: () => client.end() };
}

async function runOn(name: EngineName, round: number): Promise<Cost> {
  await using engine = await startEngine(name, ground, { keepsNames: values.pooler === 'names' });
  return await runPipeline(ground, ENGINE_RUN[name] + round, engine);
}

/** The same pages on an engine, and how much that is of what they cost in the same round without it. */
function costOn(name: EngineName) {
  const both = rounds.map(
    (it) => [it.engines.get(name)?.all ?? Number.NaN, it.pipeline?.all ?? Number.NaN] as const,
  );
  const all = median(both.map(([on]) => on));
  return [name, { all, share: median(both.map(([on, plain]) => on / plain)) }];
}

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
