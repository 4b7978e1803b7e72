import type { Cell } from '../cell.ts';

export const postgresAway: Cell = {
  name: 'postgres-away',
  kind: 'postgres',
  what: 'nobody gets through to Postgres for a while',
  named: /postgres:? /,
  holdMs: 8_000,
  stops: true,
  begin: async ({ ways }) => ways.postgres.refuse(),
  end: async ({ ways }) => ways.postgres.mend(),
};
