import { verb } from './db.ts';
import type { QuarantineRow } from './rows.ts';

interface Kept {
  readonly queue: string;
  readonly code: string;
  readonly address_id: number | null;
}

export const insertQuarantine = verb('insertQuarantine', (tx, job: Kept) => {
  const { queue, code, address_id: addressId } = job;
  const row: QuarantineRow = { id: tx.store.nextId(), queue, code, addressId };
  tx.put('quarantine', row.id, row);
});

export const forgetQuarantine = verb('forgetQuarantine', (tx, addressIds: readonly number[]) => {
  for (const { id, addressId } of tx.all<QuarantineRow>('quarantine')) {
    if (addressId !== null && addressIds.includes(addressId)) tx.put('quarantine', id, null);
  }
});
