import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Cell } from '../cell.ts';

export const postgresPinned: Cell = {
  name: 'postgres-pinned',
  kind: 'postgres',
  what: 'an idle transaction pins the horizon for twenty seconds, so that nothing old is cleared away',
  async begin({ db }, load) {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        await sql`select count(*) from nashra.flight`.execute(tx);
        await load.more(20);
        await sleep(20_000);
      });
  },
};
