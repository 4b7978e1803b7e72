import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Cell } from '../cell.ts';

export const postgresLocked: Cell = {
  name: 'postgres-locked',
  kind: 'postgres',
  what: 'somebody else holds a lock on the flights for twenty seconds',
  async begin({ db }) {
    await db.transaction().execute(async (tx) => {
      await sql`set local statement_timeout = 0`.execute(tx);
      await sql`lock table nashra.flight in exclusive mode`.execute(tx);
      await sleep(20_000);
    });
  },
};
