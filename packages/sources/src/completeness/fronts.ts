import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import type { Home } from '../heirs/heirs.ts';

/** Takes publishers whose front page is to be held against their feeds, at most once in `everyMs` each. */
export async function takeFronts(
  tx: Queryable,
  { everyMs, limit }: { readonly everyMs: number; readonly limit: number },
): Promise<Home[]> {
  const { rows } = await sql<Home>`
    with due as materialized (
      select p.id, p.homepage from nashra.publisher p
      where p.id <> 0 and p.state = 'active' and p.homepage is not null
        and (p.front_seen_at is null or p.front_seen_at < now() - make_interval(secs => ${everyMs / 1000}::float8))
        and exists (select from nashra.feed f where f.publisher_id = p.id and f.state = 'active' and f.failures = 0
          and f.last_entry_at > now() - interval '2 days')
      order by p.front_seen_at nulls first limit ${limit} for no key update of p skip locked
    )
    update nashra.publisher p set front_seen_at = now() from due where p.id = due.id
    returning p.id as "publisherId", due.homepage as address`.execute(tx);
  return rows.filter(({ address }) => URL.canParse(address));
}

/** Keeps what a front page shows and nobody has met, and gives what it showed so the time before too. */
export async function keepSuspects(
  tx: Queryable,
  publisherId: number,
  suspects: readonly string[],
): Promise<readonly string[]> {
  const row = await tx
    .selectFrom('publisher')
    .select('front_suspects')
    .where('id', '=', publisherId)
    .forUpdate()
    .executeTakeFirst();
  const before = new Set(row?.front_suspects ?? []);
  await tx
    .updateTable('publisher')
    .set({ front_suspects: [...suspects] })
    .where('id', '=', publisherId)
    .execute();
  return suspects.filter((address) => before.has(address));
}
