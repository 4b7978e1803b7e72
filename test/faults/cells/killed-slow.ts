import type { Cell } from '../cell.ts';
import { untilInHand } from '../in-hand.ts';

const PAGES = 40;
const ANSWER_MS = 2_000;
const WIDE = { FETCH_CONCURRENCY: '64', HOST_CONCURRENCY: '16' };

export const killedSlow: Cell = {
  name: 'killed-slow',
  kind: 'process',
  what: 'fetch is killed five times while it waits for forty slow pages',
  isAlone: true,
  async begin(system, load) {
    await system.kill('fetch');
    await system.start('fetch', WIDE);
    await load.slow(PAGES, ANSWER_MS);
    for (let round = 0; round < 5; round += 1) {
      await untilInHand(system, 'fetch');
      await system.kill('fetch');
      await system.start('fetch', WIDE);
    }
  },
};
