import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** Of one feed at a time; more are found out at the next poll. */
const LIMIT = 5_000;

/**
 * What a feed listed and lists no more gives up its looks: a page after the one that is planned and one more, since feeds
 * are short and bad hours long; a sitemap at once.
 */
export async function unlist(
  db: Queryable,
  foundIn: number,
  listed: ReadonlyMap<string, unknown>,
): Promise<void> {
  const planned = await db
    .selectFrom('address')
    .select(['id', 'key', 'kind'])
    .where('found_in', '=', foundIn)
    .where('again_at', 'is not', null)
    .where('unlisted_at', 'is', null)
    .limit(LIMIT)
    .execute();
  const ids = planned.filter(({ key }) => !listed.has(key.toString('hex'))).map(({ id }) => id);
  if (ids.length === 0) return;
  await sql`
    update nashra.address set unlisted_at = now(), again_at = case when kind = 'sitemap' then null else again_at end
    where id = any(${ids}::bigint[])`.execute(db);
}
