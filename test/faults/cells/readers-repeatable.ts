import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Cell } from '../cell.ts';
import type { System } from '../system.ts';

const READERS = 3;
let reading: Promise<unknown> = Promise.resolve();

export const readersRepeatable: Cell = {
  name: 'readers-repeatable',
  kind: 'postgres',
  what: 'readers in REPEATABLE READ follow the changes, each in transactions of seconds',
  isHarmless: true,
  async begin(system, load) {
    await load.more(30);
    reading = Promise.all(Array.from({ length: READERS }, () => follow(system)));
    reading.catch(() => {});
  },
  async end() {
    await reading;
  },
};

/** Takes up each time what is new, and must have seen all in the end, in order. */
async function follow({ db }: System): Promise<void> {
  const seen: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        const ask = () =>
          sql<{ seq: number }>`
          select seq from reader.changes where seq > ${seen.at(-1) ?? 0} order by seq`.execute(tx);
        const first = (await ask()).rows.map(({ seq }) => Number(seq));
        await sleep(2_000);
        const second = (await ask()).rows.map(({ seq }) => Number(seq));
        if (first.join() !== second.join()) throw new Error('a snapshot changed');
        seen.push(...first);
      });
  }
  const last = seen.at(-1) ?? 0;
  const { rows } = await sql<{ seq: number }>`
    select seq from reader.changes where seq <= ${last} order by seq`.execute(db);
  const all = rows.map(({ seq }) => Number(seq));
  if (all.join() !== seen.join())
    throw new Error(`${all.length - seen.length} changes were missed`);
}
