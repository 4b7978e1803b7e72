import { sql } from 'kysely';
import type { Cell } from '../cell.ts';

let release = (): void => {};
let held: Promise<unknown> = Promise.resolve();

export const postgresPinned: Cell = {
  name: 'postgres-pinned',
  kind: 'postgres',
  what: 'an idle transaction pins the horizon, so that nothing old is cleared away',
  isHarmless: true,
  holdMs: 15_000,
  async begin({ db }) {
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    await new Promise<void>((pinned) => {
      held = db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (tx) => {
          await sql`select count(*) from nashra.flight`.execute(tx);
          pinned();
          await until;
        });
    });
  },
  async end() {
    release();
    await held;
  },
};
