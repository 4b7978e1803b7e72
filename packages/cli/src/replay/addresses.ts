import { addressKey, canonicalAddress } from '@nashra/address';
import type { Db } from '@nashra/db';
import { sql } from 'kysely';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';

/** The ledger's ids of addresses, however they are spelt. Throws when one is unknown. */
export async function addressIdsOf(db: Db, texts: readonly string[]): Promise<number[]> {
  const keys = texts.map((text) => {
    const canonical = canonicalAddress(text);
    if (canonical === null) throw new CliError(`Not a web address: ${text}`, EXIT.usage);
    return addressKey(canonical);
  });
  const rows = await db
    .selectFrom('address')
    .select(['id', 'key'])
    .where('key', '=', sql<Buffer>`any(${keys}::bytea[])`)
    .execute();
  const missing = texts.filter((_, at) => !rows.some(({ key }) => keys[at]?.equals(key)));
  if (missing.length > 0) throw new CliError(`Not in the ledger: ${missing.join(', ')}`);
  return rows.map(({ id }) => id);
}

export function describeAddresses(db: Db, ids: readonly number[]) {
  return db
    .selectFrom('address')
    .select(['address', 'state', 'reason'])
    .where('id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .orderBy('id')
    .execute();
}
