import type { Queryable } from '@nashra/db';
import { asReader, type ReaderArticle, readArticles } from '@nashra/reader';
import { sql } from 'kysely';

/** What is sent to a receiver at once; the same for each try. */
export interface Parcel {
  readonly queryId: number;
  readonly query: string;
  readonly address: string;
  readonly secret: string;
  /** Tries before this one that failed. */
  readonly failures: number;
  /** It reaches up to this seq. */
  readonly seq: number;
  readonly matches: readonly Match[];
}

export interface Match {
  readonly seq: number;
  readonly event: 'match' | 'removed';
  readonly articleId: number;
  readonly at: Date;
}

const MOST_MATCHES = 100;
/** A taker that ends before it says what came of it is followed by another after this long. */
const LEASE_S = 120;

/** Takes parcels whose time has come, one a receiver at a time, the longest due first. */
export async function takeParcels(db: Queryable, most: number): Promise<Parcel[]> {
  const { rows } = await sql<Omit<Parcel, 'matches'> & { after: number }>`
    with due as (
      select query_id from nashra.webhook where state = 'active' and next_try_at <= now()
      order by next_try_at limit ${most} for update skip locked
    )
    update nashra.webhook w set next_try_at = now() + make_interval(secs => ${LEASE_S}),
      parcel_seq = coalesce(w.parcel_seq, (select max(seq) from (
        select seq from nashra.query_match where query_id = w.query_id and seq > w.delivered_seq order by seq limit ${MOST_MATCHES}) first),
        w.due_seq)
    from due join nashra.saved_query q on q.id = due.query_id where w.query_id = due.query_id
    returning w.query_id as "queryId", q.name as query, w.address, w.secret, w.failures, w.parcel_seq as seq,
      w.delivered_seq as after`.execute(db);
  return await Promise.all(
    rows.map(async ({ after, ...parcel }) => {
      const matches = await db
        .selectFrom('query_match')
        .select(['seq', 'event', 'article_id as articleId', 'at'])
        .where('query_id', '=', parcel.queryId)
        .where('seq', '>', after)
        .where('seq', '<=', parcel.seq)
        .orderBy('seq')
        .execute();
      return { ...parcel, matches };
    }),
  );
}

/** The articles that a parcel tells of, those that are gone left out. */
export async function articlesOf(
  db: Queryable,
  { matches }: Parcel,
): Promise<Map<number, ReaderArticle>> {
  const ids = matches.filter(({ event }) => event === 'match').map(({ articleId }) => articleId);
  const articles = await readArticles(asReader(db), ids);
  return new Map(articles.map((article) => [article.id, article]));
}

/** The receiver took it: on to the next, if there is one. */
export async function delivered(db: Queryable, { queryId, seq }: Parcel): Promise<void> {
  await sql`
    update nashra.webhook set delivered_seq = ${seq}, parcel_seq = null, failures = 0, last_error = null,
      delivered_at = now(), next_try_at = case when due_seq > ${seq} then now() end
    where query_id = ${queryId} and parcel_seq = ${seq}`.execute(db);
}

/** It did not: the same again after so long, or, where that is null, never until a person says so. */
export async function failed(
  db: Queryable,
  { queryId, seq }: Parcel,
  { error, retryMs }: { readonly error: string; readonly retryMs: number | null },
): Promise<void> {
  await sql`
    update nashra.webhook set failures = failures + 1, last_error = left(${error}, 500),
      state = case when ${retryMs}::bigint is null then 'paused' else state end,
      next_try_at = now() + make_interval(secs => ${retryMs}::float8 / 1000)
    where query_id = ${queryId} and parcel_seq = ${seq}`.execute(db);
}

/** The taker stops: another may try it at once. */
export async function handBack(db: Queryable, { queryId, seq }: Parcel): Promise<void> {
  await sql`
    update nashra.webhook set next_try_at = now() where query_id = ${queryId} and parcel_seq = ${seq}`.execute(
    db,
  );
}
