import { setTimeout as sleep } from 'node:timers/promises';
import type { Cell } from '../cell.ts';

/** A host is asked fifty times a second, so this is half as much again as can be done. */
const PAGES = 38;
const EVERY_MS = 500;
const ROUNDS = 20;

export const overload: Cell = {
  name: 'overload',
  kind: 'load',
  what: 'half as much again as can be done comes in for ten seconds; all are stopped in the midst, and start again',
  isAlone: true,
  healMs: 150_000,
  async begin(system, load) {
    for (let round = 0; round < ROUNDS; round += 1) {
      await load.more(PAGES);
      await sleep(EVERY_MS);
      if (round !== ROUNDS / 2) continue;
      await system.stopAll(10_000);
      await system.startAll();
    }
  },
};
