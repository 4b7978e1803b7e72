import { sql } from 'kysely';
import type { Cell } from '../cell.ts';

let release = (): void => {};
let held: Promise<unknown> = Promise.resolve();

export const postgresLocked: Cell = {
  name: 'postgres-locked',
  kind: 'postgres',
  what: 'somebody else holds a lock on the flights for a minute',
  named: /took too long|lock is held/,
  stops: true,
  holdMs: 45_000,
  async begin({ db }) {
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    await new Promise<void>((locked) => {
      held = db.transaction().execute(async (tx) => {
        await sql`set local statement_timeout = 0`.execute(tx);
        await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
        await sql`lock table nashra.flight in exclusive mode`.execute(tx);
        locked();
        await until;
      });
    });
  },
  async end() {
    release();
    await held;
  },
};
