import { setTimeout as sleep } from 'node:timers/promises';
import type { Cell } from './cell.ts';
import type { ServiceName } from './system.ts';

const AHEAD = { NODE_OPTIONS: `--import=${new URL('./hour-ahead.ts', import.meta.url).href}` };

/** The clock of one service is an hour ahead, and is put right when it is started again. */
export const wrongClock = (service: ServiceName): Cell => ({
  name: `clock-${service}`,
  kind: 'clock',
  what: `the clock of ${service} is an hour ahead, and is put right`,
  healMs: 30_000,
  async begin(system) {
    await system.kill(service);
    await system.start(service, AHEAD);
    await sleep(3_000);
  },
  async end(system) {
    await system.kill(service);
    await system.start(service);
  },
});
