import type { Cell } from '../cell.ts';

export const redisRestart: Cell = {
  name: 'redis-restart',
  kind: 'redis',
  what: 'Redis is killed and comes back empty',
  begin: ({ servers }) => servers.restartRedis(),
};
