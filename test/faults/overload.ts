import { setTimeout as sleep } from 'node:timers/promises';
import { readLedger } from '@nashra/pipeline';
import type { Cell } from './cell.ts';

const EVERY_MS = 2_000;
const LEAST = 20;

/** Half as much again as comes out goes in, all the time. */
export const overloading = (
  more: Pick<Cell, 'name' | 'what' | 'isLong'>,
  { rounds, drainMs }: { readonly rounds: number; readonly drainMs: number },
): Cell => ({
  ...more,
  kind: 'load',
  isAlone: true,
  drainMs,
  async begin(system, load) {
    const indexed = async () => (await readLedger(system)).ledger.indexed;
    let before = await indexed();
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      if (round === Math.floor(rounds / 2)) {
        await system.stopAll(10_000);
        await system.startAll();
      }
      const now = await indexed();
      await load.more(Math.max(LEAST, Math.ceil(1.5 * (now - before))));
      before = now;
      await sleep(Math.max(0, EVERY_MS - (performance.now() - startedAt)));
    }
  },
});
