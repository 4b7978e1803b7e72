import type { Cell } from '../cell.ts';
import { SERVICES } from '../system.ts';

export const killedEach: Cell = {
  name: 'killed-each',
  kind: 'process',
  what: 'every service is killed, one after another, and started again',
  async begin(system) {
    for (const name of SERVICES) {
      await system.kill(name);
      await system.start(name);
    }
  },
};
