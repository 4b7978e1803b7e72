import type { Cell } from '../cell.ts';

export const postgresHalfOpen: Cell = {
  name: 'postgres-half-open',
  kind: 'peer',
  what: 'connections to Postgres stay open and carry nothing any more; new ones are fine',
  named: /postgres: /,
  stops: true,
  begin: async ({ ways }) => ways.postgres.swallow(),
};
