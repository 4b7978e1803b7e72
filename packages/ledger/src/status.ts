import { sql } from 'kysely';
import type { Queryable } from './move.ts';

export interface LedgerStatus {
  /** Addresses by state. */
  readonly ledger: Readonly<Record<string, number>>;
  /** Final addresses by reason. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly publishers: number;
  readonly feeds: number;
  readonly articles: number;
  readonly revisions: number;
  readonly stories: number;
  readonly images: number;
  readonly changes: number;
}

/** Counts of everything, exact, in one round trip. */
export async function readStatus(db: Queryable): Promise<LedgerStatus> {
  const { rows } = await sql<{ status: LedgerStatus }>`
    with states as materialized (
      select state, reason, count(*)::int as n from nashra.address group by state, reason
    )
    select jsonb_build_object(
      'ledger', (select coalesce(jsonb_object_agg(state, n), '{}')
        from (select state, sum(n)::int as n from states group by state) s),
      'reasons', (select coalesce(jsonb_object_agg(reason, n), '{}')
        from (select reason, sum(n)::int as n from states
          where reason is not null and state in ('indexed', 'known', 'read', 'dropped', 'quarantined')
          group by reason) r),
      'publishers', (select count(*) from nashra.publisher),
      'feeds', (select count(*) from nashra.feed),
      'articles', (select count(*) from nashra.article where revision > 0),
      'revisions', (select count(*) from nashra.revision),
      'stories', (select count(distinct story_id) from nashra.article where revision > 0),
      'images', (select count(*) from nashra.image),
      'changes', (select count(*) from nashra.change)
    ) as status`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the database gave no status');
  return row.status;
}
