import type { Cell } from '../cell.ts';

export const redisHalfOpen: Cell = {
  name: 'redis-half-open',
  kind: 'peer',
  what: 'connections to Redis stay open and carry nothing any more; new ones are fine',
  named: /redis: /,
  stops: true,
  begin: async ({ ways }) => ways.redis.swallow(),
};
