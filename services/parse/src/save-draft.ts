import type { Db } from '@nashra/db';
import { type Draft, draftSchema, move } from '@nashra/ledger';
import { storableJson } from '@nashra/text';
import { sql } from 'kysely';
import type { Fetched } from './handler.ts';

/** Keeps the draft and moves the address on, together; false when it has moved on already. */
export function saveDraft(db: Db, { addressId }: Fetched, draft: Draft): Promise<boolean> {
  const json = storableJson(draftSchema.parse(draft));
  return db.transaction().execute(async (tx) => {
    const moved = await move(tx, { ids: [addressId], from: ['fetched'], to: 'parsed' });
    if (moved.length === 0) return false;
    await tx
      .insertInto('draft')
      .values({ address_id: addressId, draft: json, decision: null })
      .onConflict((conflict) =>
        conflict
          .column('address_id')
          .doUpdateSet({ draft: json, decision: null, created_at: sql<Date>`now()` }),
      )
      .execute();
    return true;
  });
}
