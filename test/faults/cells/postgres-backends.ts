import { setTimeout as sleep } from 'node:timers/promises';
import { endBackends } from '../backends.ts';
import type { Cell } from '../cell.ts';

export const postgresBackends: Cell = {
  name: 'postgres-backends',
  kind: 'postgres',
  what: 'all backends of services are ended, every second, fifteen times',
  named: /postgres: /,
  async begin({ db }) {
    for (let round = 0; round < 15; round += 1) {
      await endBackends(db);
      await sleep(1_000);
    }
  },
};
