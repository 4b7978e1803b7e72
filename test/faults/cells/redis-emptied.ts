import { setTimeout as sleep } from 'node:timers/promises';
import type { Cell } from '../cell.ts';

export const redisEmptied: Cell = {
  name: 'redis-emptied',
  kind: 'redis',
  what: 'FLUSHALL every ten seconds, three times',
  async begin({ raw }) {
    for (let round = 0; round < 3; round += 1) {
      await raw.flushall();
      await sleep(10_000);
    }
  },
};
