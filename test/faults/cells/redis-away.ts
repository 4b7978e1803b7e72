import type { Cell } from '../cell.ts';

export const redisAway: Cell = {
  name: 'redis-away',
  kind: 'redis',
  what: 'nobody gets through to Redis for a while',
  named: /redis:? /,
  holdMs: 8_000,
  stops: true,
  begin: async ({ ways }) => ways.redis.refuse(),
  end: async ({ ways }) => ways.redis.mend(),
};
