import type { Cell } from '../cell.ts';

export const redisLate: Cell = {
  name: 'redis-late',
  kind: 'redis',
  what: 'Redis is not there when the services start, and comes eight seconds later',
  atStart: true,
  named: /redis:? /,
  holdMs: 8_000,
  begin: async ({ ways }) => ways.redis.refuse(),
  end: async ({ ways }) => ways.redis.mend(),
};
