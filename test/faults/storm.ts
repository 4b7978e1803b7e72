import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '@nashra/testkit';
import { audit } from './audit.ts';
import type { Cell } from './cell.ts';
import { startLoad } from './load.ts';
import { isSettled, type Verdict } from './run-cell.ts';
import type { Servers } from './servers.ts';
import { openSystem } from './system.ts';
import { startWatch } from './watch.ts';

const LONGEST_MS = 6_000;

/** Faults one upon another on one system under load, chosen by a seed; judged once, when the last one is over. */
export async function runStorm(
  cells: readonly Cell[],
  servers: Servers,
  { seed, minutes }: { readonly seed: number; readonly minutes: number },
): Promise<Verdict> {
  const choose = chooser(seed);
  // What needs a start or a disk of its own, or leaves rows behind, is for cells alone.
  const some = cells.filter(
    (it) => !it.atStart && !it.ownDisk && !it.guilty && !it.isAlone && !it.isLong,
  );
  const name = `storm ${seed}`;
  await using system = await openSystem(servers, false);
  await using load = await startLoad(system);
  await system.startAll();
  const watch = startWatch(system);
  const met: string[] = [];
  try {
    const until = performance.now() + minutes * 60_000;
    while (performance.now() < until) {
      const cell = some[choose(some.length)] as Cell;
      met.push(cell.name);
      console.log(`         ${cell.name}`);
      await cell.begin(system, load);
      await sleep(choose(LONGEST_MS));
      await cell.end?.(system, load);
      await load.more();
      await sleep(choose(LONGEST_MS));
    }
    const everything = { timeoutMs: 300_000, everyMs: 200, what: 'everything to be final' };
    await waitFor(() => isSettled(system), everything);
    await watch[Symbol.asyncDispose]();
    const wrong = await audit(system, load.expected(), {}, watch.followed);
    return { cell: name, wrong, stopMs: await system.stopAll(10_000) };
  } catch (error) {
    return { cell: name, wrong: [String(error).slice(0, 2_000), `after ${met.join(', ')}`] };
  } finally {
    await watch[Symbol.asyncDispose]();
  }
}

/** Whole numbers below a bound, the same ones for the same seed (a linear congruential generator). */
function chooser(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
