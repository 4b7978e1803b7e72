import { addressKey, hostOf } from '@nashra/address';
import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** Gives a row another address, canonical; its id, and so all that it found, stays. False where another row has it. */
export async function readdress(
  db: Queryable,
  addressId: number,
  address: string,
): Promise<boolean> {
  const key = addressKey(address);
  const { rows } = await sql<{ id: number }>`
    update nashra.address set key = ${key}, address = ${address}, host = ${hostOf(address)}
    where id = ${addressId}
      and not exists (select from nashra.address other where other.key = ${key} and other.id <> ${addressId})
    returning id`.execute(db);
  return rows.length > 0;
}
