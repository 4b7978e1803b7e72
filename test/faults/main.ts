/**
 * The matrix of faults: each is brought about under load in a system of real processes, and taken away again; then all is
 * audited. Fails when a cell does not hold.
 *
 *   npm run test:faults -- [--quick] [--twice] [--only CELL]… [--list]
 *   npm run test:faults -- --storm [--seed N] [--minutes M]
 */
import { parseArgs } from 'node:util';
import type { Cell } from './cell.ts';
import { cells } from './cells/index.ts';
import { NoDiskError } from './disk.ts';
import { runCell, seconds, type Verdict } from './run-cell.ts';
import { type Servers, startServers } from './servers.ts';
import { runStorm } from './storm.ts';

const HELP = `npm run test:faults -- [options]
  --quick        one cell of every kind
  --only CELL    this cell; may be given again
  --twice        a cell that does not hold is tried once more, and both verdicts stand there: machines of others are
                 noisy, and bounds are seconds
  --list         what cells there are
  --storm        faults one upon another on one system, chosen by a seed
  --seed N       the same faults, pauses and holds for the same N; 1 by default
  --minutes M    how long; 20 by default
  --help`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    twice: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
    storm: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(HELP);
else if (values.list) {
  for (const { name, kind, what } of cells)
    console.log(`${name.padEnd(20)}${kind.padEnd(10)}${what}`);
} else if (values.storm) await storm();
else await main();

async function main(): Promise<void> {
  const unknown = values.only.filter((name) => cells.every((it) => it.name !== name));
  if (unknown.length > 0) throw new Error(`no such cell: ${unknown.join(', ')}; see --list`);
  const chosen = cells.filter(({ name, kind, isLong }) => {
    if (values.only.length > 0) return values.only.includes(name);
    if (isLong) return false;
    return !values.quick || cells.find((it) => it.kind === kind)?.name === name;
  });
  await using servers = await startServers();
  let [held, judged] = [0, 0];
  for (const cell of chosen) {
    try {
      const isHeld =
        (await tryCell(cell, servers)) || (values.twice && (await tryCell(cell, servers)));
      judged += 1;
      if (isHeld) held += 1;
    } catch (error) {
      console.log(`SKIPPED  ${cell.name}: ${(error as Error).message}; nothing was tested.`);
    }
  }
  console.log(`${held} of ${judged} cells hold`);
  if (held < judged) process.exitCode = 1;
}

/** Prints the verdict; whether the cell holds. */
async function tryCell(cell: Cell, servers: Servers): Promise<boolean> {
  const verdict = await runCell(cell, servers).catch((error: unknown): Verdict => {
    if (error instanceof NoDiskError) throw error;
    return { cell: cell.name, wrong: [String(error).slice(0, 2_000)] };
  });
  console.log(lineOf(verdict));
  return verdict.wrong.length === 0;
}

async function storm(): Promise<void> {
  const [seed, minutes] = [Number(values.seed), Number(values.minutes)];
  if (!Number.isSafeInteger(seed) || !(minutes > 0))
    throw new Error('--seed and --minutes are numbers');
  await using servers = await startServers();
  const verdict = await runStorm(cells, servers, { seed, minutes });
  console.log(lineOf(verdict));
  if (verdict.wrong.length > 0) process.exitCode = 1;
}

function lineOf({ cell, wrong, lastedMs, recoveryMs, namedMs, stopMs }: Verdict): string {
  const figures = [
    lastedMs === undefined ? '' : `lasted ${seconds(lastedMs)}`,
    recoveryMs === undefined ? '' : `moves again after ${seconds(recoveryMs)}`,
    ...Object.entries(namedMs ?? {}).map(([where, ms]) => `${where} names it after ${seconds(ms)}`),
    stopMs === undefined ? '' : `stops in ${seconds(stopMs)}`,
  ].filter(Boolean);
  const head = `${wrong.length === 0 ? 'holds  ' : 'FAILS  '}  ${cell.padEnd(20)}${figures.join(', ')}`;
  return [head, ...wrong.map((it) => `         ${it}`)].join('\n');
}
