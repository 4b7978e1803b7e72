import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** An address of an article, as it stood when it was looked for. */
export interface ReadPage {
  readonly id: number;
  readonly publisherId: number;
}

/** Ids carry the time at which an address became known: this is the largest of so long ago. */
export async function idOfAge(db: Queryable, ageMs: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nashra.id_at(now() - make_interval(secs => ${ageMs / 1000}::float8)) as id`.execute(db);
  return rows[0]?.id ?? 0;
}

/** Pages of articles that became known between two ids, in their order, as far as they stand in one of these states. */
export async function pagesBetween(
  db: Queryable,
  {
    after,
    until,
    states,
    limit,
  }: { after: number; until: number; states: readonly string[]; limit: number },
): Promise<ReadPage[]> {
  return await db
    .selectFrom('address')
    .select(['id', 'publisher_id as publisherId'])
    .where('id', '>', after)
    .where('id', '<=', until)
    .where('kind', '=', 'article')
    .where('state', '=', sql<string>`any(${[...states]}::text[])`)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** A page that is not found so often, and for so long, was taken away: a bad morning takes none. */
const LOST = { looks: 3, hours: 4 } as const;

/** The last failure that was looked at: many end in one transaction, at one instant. */
export interface FailureCursor {
  /** As the database writes it, whole. */
  readonly lastAt: string;
  readonly addressId: number;
}

/** Articles whose pages are gone by their server's own word (410, 451), or were not found for hours; a day back at first. */
export async function vanishedSince(
  db: Queryable,
  since: FailureCursor | null,
  limit: number,
): Promise<{ readonly articleIds: number[]; readonly since: FailureCursor | null }> {
  const { rows } = await sql<FailureCursor & { articleId: number }>`
    select a.article_id as "articleId", f.last_at::text as "lastAt", f.address_id as "addressId"
    from nashra.failure f join nashra.address a on a.id = f.address_id
    where (f.last_at, f.address_id) > (coalesce(${since?.lastAt ?? null}::timestamptz, now() - interval '1 day'),
        ${since?.addressId ?? 0}::bigint)
      and f.kind = 'article' and f.state = 'dropped' and a.article_id is not null
      and (f.reason in ('gone', 'http_451') or (f.reason = 'not_found' and a.vain >= ${LOST.looks}
        and f.last_at - f.first_at >= make_interval(hours => ${LOST.hours}::int)))
    order by f.last_at, f.address_id limit ${limit}`.execute(db);
  const last = rows.at(-1);
  return {
    articleIds: rows.map((it) => it.articleId),
    since: last ? { lastAt: last.lastAt, addressId: last.addressId } : since,
  };
}

/** Of these addresses, those whose pages can be had. */
export async function readAmong(
  db: Queryable,
  ids: readonly number[],
  states: readonly string[],
): Promise<number[]> {
  const rows = await db
    .selectFrom('address')
    .select('id')
    .where('id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .where('state', '=', sql<string>`any(${[...states]}::text[])`)
    .execute();
  return rows.map(({ id }) => id);
}
