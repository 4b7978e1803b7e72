import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

const WEEK_HOURS = 7 * 24;
/** So many of the latest tell how late they come. */
const TELLING = 2_000;

/** How many articles came, and how late. */
export interface Pulse {
  /** In the last 60 minutes, and in the same 60 of each of seven days before, on the mean. */
  readonly lastHour: number;
  readonly usual: number;
  /** In each of the last 24 hours, the latest last. */
  readonly perHour: readonly number[];
  /** Seconds from publication to the row, of those of the last day that give their minute; null where there are none. */
  readonly lag: { readonly p50: number; readonly p95: number } | null;
}

/** Reads a range of the primary key: ids of articles rise with time. */
export async function readPulse(db: Queryable): Promise<Pulse> {
  const { rows } = await sql<{ ago: number; n: number }>`
    select floor(extract(epoch from now() - created_at) / 3600)::int as ago, count(*)::int as n from nashra.article
    where id >= nashra.id_at(now() - make_interval(hours => ${WEEK_HOURS + 1})) and revision > 0 group by 1`.execute(
    db,
  );
  const of = new Map(rows.map(({ ago, n }) => [ago, n]));
  const at = (ago: number) => of.get(ago) ?? 0;
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => at(day * 24));
  const { rows: lags } = await sql<{ p50: number | null; p95: number | null }>`
    select percentile_cont(0.5) within group (order by late) as p50, percentile_cont(0.95) within group (order by late) as p95
    from (
      select extract(epoch from a.created_at - a.published_at)::float8 as late
      from nashra.article a join nashra.content c on c.id = a.content_id
      where a.id >= nashra.id_at(now() - interval '1 day') and a.revision > 0
        and c.published_precision in ('minute', 'second')
        and a.published_at between a.created_at - interval '1 day' and a.created_at
      order by a.id desc limit ${TELLING}) latest`.execute(db);
  const [lag] = lags;
  return {
    lastHour: at(0),
    usual: days.reduce((sum, n) => sum + n, 0) / days.length,
    perHour: Array.from({ length: 24 }, (_, n) => at(23 - n)),
    lag: lag?.p50 == null || lag.p95 == null ? null : { p50: lag.p50, p95: lag.p95 },
  };
}
