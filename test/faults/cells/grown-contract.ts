import { way } from '@nashra/pipeline';
import type { Cell } from '../cell.ts';

export const grownContract: Cell = {
  name: 'grown-contract',
  kind: 'queue',
  what: 'a newer version adds jobs whose payload says more than these workers know, of all that is under way',
  async begin({ db, queues }, load) {
    await load.more(20);
    for (let round = 0; round < 5; round += 1) {
      for (const { name, takes } of way) {
        const flights = await db
          .selectFrom('flight')
          .select('address_id as id')
          .where('state', '=', takes)
          .execute();
        for (const { id: addressId } of flights) {
          const payload = { addressId, version: 2, wishes: { lane: 'fast' } };
          await queues.bull[name].add(name, payload as never, { attempts: 3 });
        }
      }
    }
  },
};
