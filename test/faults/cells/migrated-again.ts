import { migrateToLatest } from '@nashra/db';
import { sql } from 'kysely';
import type { Cell } from '../cell.ts';

export const migratedAgain: Cell = {
  name: 'migrated-again',
  kind: 'postgres',
  what: 'the database is migrated while all run: roles and grants are settled anew, three times',
  async begin({ db, servers }, load) {
    await load.more(20);
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
    const url = new URL(servers.postgresUrl);
    url.pathname = `/${rows[0]?.name}`;
    for (let round = 0; round < 3; round += 1) await migrateToLatest(url.href);
  },
};
