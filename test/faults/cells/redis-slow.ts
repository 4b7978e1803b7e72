import type { Cell } from '../cell.ts';

export const redisSlow: Cell = {
  name: 'redis-slow',
  kind: 'redis',
  what: 'every answer of Redis comes a fifth of a second later',
  named: /redis: its answers take long/,
  stops: true,
  begin: async ({ ways }) => ways.redis.delay(100),
  end: async ({ ways }) => ways.redis.mend(),
};
