import { rmSync, writeFileSync } from 'node:fs';
import type { Cell } from './cell.ts';
import type { Load } from './load.ts';
import type { ServiceName, System } from './system.ts';

const NODE_OPTIONS = `--import=${new URL('./hour-ahead.ts', import.meta.url).href}`;
const fileOf = ({ blobs }: System) => `${blobs}-wrong-clock`;

/** The clock of one service is an hour ahead, and is put right while it runs. */
export const wrongClock = (
  service: ServiceName,
  meanwhile?: (load: Load) => Promise<void>,
): Cell => ({
  name: `clock-${service}`,
  kind: 'clock',
  what: `the clock of ${service} is an hour ahead, and is put right`,
  named: /clock: far ahead/,
  isLateToBegin: true,
  holdMs: 3_000,
  healMs: 30_000,
  async begin(system, load) {
    writeFileSync(fileOf(system), '');
    await system.kill(service);
    await system.start(service, { NODE_OPTIONS, WRONG_CLOCK: fileOf(system) });
    await meanwhile?.(load);
  },
  async end(system) {
    rmSync(fileOf(system), { force: true });
  },
});
