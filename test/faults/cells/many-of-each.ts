import type { Cell } from '../cell.ts';
import { SERVICES } from '../system.ts';

export const manyOfEach: Cell = {
  name: 'many-of-each',
  kind: 'process',
  what: 'two schedulers and three of each stage run side by side; then the first of each is killed, and the rest go on',
  async begin(system, load) {
    await load.more(30);
    for (const name of SERVICES) {
      await system.start(name, {}, `${name} 2`);
      if (name !== 'scheduler') await system.start(name, {}, `${name} 3`);
    }
    for (const name of SERVICES) await system.kill(name);
    await load.more(30);
  },
  async end(system) {
    for (const name of SERVICES) {
      await system.start(name);
      await system.stop(`${name} 2`);
      if (name !== 'scheduler') await system.stop(`${name} 3`);
    }
  },
};
