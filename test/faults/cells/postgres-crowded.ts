import { setTimeout as sleep } from 'node:timers/promises';
import { openDb } from '@nashra/db';
import { sql } from 'kysely';
import { endBackends } from '../backends.ts';
import type { Cell } from '../cell.ts';

const CROWD = 300;
const AGAIN_MS = 1_000;

let leave = new AbortController();
let crowd: Promise<unknown> = Promise.resolve();

export const postgresCrowded: Cell = {
  name: 'postgres-crowded',
  kind: 'postgres',
  what: 'somebody takes three hundred connections, as far as they can be had, and leaves them idle',
  named: /no resources left/,
  // The matrix's own connections stand in the same line.
  isAlone: true,
  holdMs: 5_000,
  stops: true,
  async begin({ db, servers }) {
    leave = new AbortController();
    crowd = comeIn(servers.postgresUrl, leave.signal);
    // Those of the services go, and have to stand in line with the crowd.
    for (let round = 0; round < 3; round += 1) {
      await sleep(AGAIN_MS);
      await endBackends(db);
    }
  },
  async end() {
    leave.abort();
    await crowd;
  },
};

/** Each of them tries until it is in, and stays. */
async function comeIn(url: string, signal: AbortSignal): Promise<void> {
  await using db = openDb(url, { poolSize: CROWD, name: 'nashra-test', onError: () => {} });
  const rest = (ms?: number) =>
    sleep(ms ?? 3_600_000, undefined, { signal, ref: false }).catch(() => {});
  const one = async (): Promise<void> => {
    while (!signal.aborted) {
      await db
        .connection()
        .execute(async (connection) => {
          await sql`select 1`.execute(connection);
          await rest();
        })
        .catch(() => rest(AGAIN_MS));
    }
  };
  await Promise.all(Array.from({ length: CROWD }, one));
}
