import type { Cell } from '../cell.ts';

export const redisEvicted: Cell = {
  name: 'redis-evicted',
  kind: 'redis',
  what: 'half of the keys are evicted, whatever they are, three times',
  async begin({ raw, queues, key }) {
    const mine = key('*', '*').slice(0, key('*', '*').indexOf('*'));
    for (let round = 0; round < 3; round += 1) {
      const keys = await raw.keys(`${mine}*`);
      for (const [at, it] of keys.sort().entries()) if (at % 2 === round % 2) await raw.del(it);
      await queues.ping();
    }
  },
};
