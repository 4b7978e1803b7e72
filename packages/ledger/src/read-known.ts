import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import type { KnownAddress } from './revisit.ts';

/** After looks in vain a changed entry has to wait longer: twice as long each time, up to some days. */
const MOST_DOUBLINGS = 10;

/** What is known of these addresses, by their keys in hexadecimal. */
export async function readKnown(
  db: Queryable,
  keys: readonly string[],
  revisitAfterMs: number,
): Promise<Map<string, KnownAddress & { readonly id: number }>> {
  const restedFor = (times: ReturnType<typeof sql>) =>
    sql<boolean>`updated_at <= now() - make_interval(secs => ${revisitAfterMs / 1000}::float8 * ${times})`;
  const rows = await db
    .selectFrom('address')
    .select(['id', 'key', 'kind', 'state', 'reason', 'entry_hash', 'found_in as foundIn', 'vain'])
    .select([
      sql<boolean>`unlisted_at is not null`.as('isUnlisted'),
      sql<boolean>`again_at is not null`.as('isPlanned'),
      restedFor(sql`1`).as('isRested'),
      restedFor(sql`power(2, least(vain, ${MOST_DOUBLINGS}::int))`).as('isWorthIt'),
    ])
    .where('key', '=', sql<Buffer>`any(${keys.map((key) => Buffer.from(key, 'hex'))}::bytea[])`)
    .execute();
  return new Map(
    rows.map(({ key, entry_hash, ...row }) => [
      key.toString('hex'),
      { ...row, entryHash: entry_hash?.toString('hex') ?? null },
    ]),
  );
}
