import type { Cell } from '../cell.ts';

export const killedRepeatedly: Cell = {
  name: 'killed-repeatedly',
  kind: 'process',
  what: 'parse and index are killed five times with their hands full',
  async begin(system) {
    for (let round = 0; round < 5; round += 1) {
      for (const name of ['parse', 'index'] as const) await system.kill(name);
      await Promise.all((['parse', 'index'] as const).map((name) => system.start(name)));
    }
  },
};
