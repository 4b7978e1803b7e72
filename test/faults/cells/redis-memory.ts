import type { Cell } from '../cell.ts';

export const redisMemory: Cell = {
  name: 'redis-memory',
  kind: 'redis',
  what: 'Redis is at its memory limit',
  named: /at its memory limit/,
  stops: true,
  holdMs: 5_000,
  begin: async ({ raw }) => void (await raw.config('SET', 'maxmemory', '1mb')),
  end: async ({ raw }) => void (await raw.config('SET', 'maxmemory', '0')),
};
