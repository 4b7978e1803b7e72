import { setTimeout as sleep } from 'node:timers/promises';
import { openDb } from '@nashra/db';
import { sql } from 'kysely';
import type { Cell } from '../cell.ts';

const CROWD = 300;
const MS = 10_000;

export const postgresCrowded: Cell = {
  name: 'postgres-crowded',
  kind: 'postgres',
  what: 'somebody takes three hundred connections, as far as they can be had, and leaves them idle for ten seconds',
  async begin({ servers }) {
    await using crowd = openDb(servers.postgresUrl, { poolSize: CROWD, name: 'nashra-test' });
    const idle = (): Promise<void> =>
      crowd.connection().execute(async (connection) => {
        await sql`select 1`.execute(connection);
        await sleep(MS);
      });
    await Promise.allSettled(Array.from({ length: CROWD }, idle));
  },
};
