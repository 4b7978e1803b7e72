import type { Cell } from '../cell.ts';
import { SERVICES } from '../system.ts';

/** A second one of all, and a third of each stage. */
const others = SERVICES.flatMap((name) =>
  (name === 'scheduler' ? [2] : [2, 3]).map((nth) => ({ name, as: `${name} ${nth}` })),
);

export const manyOfEach: Cell = {
  name: 'many-of-each',
  kind: 'process',
  what: 'two schedulers and three of each stage run side by side; then the first of each is killed, and the rest go on',
  async begin(system, load) {
    await load.more(30);
    await Promise.all(others.map(({ name, as }) => system.start(name, {}, as)));
    for (const name of SERVICES) await system.kill(name);
    await load.more(30);
  },
  async end(system) {
    await Promise.all(SERVICES.map((name) => system.start(name)));
    await Promise.all(others.map(({ as }) => system.stop(as)));
  },
};
