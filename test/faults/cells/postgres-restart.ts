import type { Cell } from '../cell.ts';

export const postgresRestart: Cell = {
  name: 'postgres-restart',
  kind: 'postgres',
  what: 'Postgres is stopped at once, without a checkpoint, and started again',
  begin: ({ servers }) => servers.restartPostgres(),
};
