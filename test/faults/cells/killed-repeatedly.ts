import { sql } from 'kysely';
import type { Cell } from '../cell.ts';
import { untilAllInHand } from '../in-hand.ts';

export const killedRepeatedly: Cell = {
  name: 'killed-repeatedly',
  kind: 'process',
  what: 'index is killed five times with the same jobs in its hand: what it writes waits for a lock',
  async begin(system, load) {
    await load.more(40);
    await system.db.transaction().execute(async (tx) => {
      await sql`set local statement_timeout = 0`.execute(tx);
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
      await sql`lock table nashra.change in exclusive mode`.execute(tx);
      const dead = new Set<string>();
      for (let round = 0; round < 5; round += 1) {
        dead.add(await untilAllInHand(system, 'index', dead));
        await system.kill('index');
        await system.start('index');
      }
    });
  },
};
