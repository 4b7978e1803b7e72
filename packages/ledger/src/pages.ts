import type { Queryable } from '@nashra/db';
import { type RawBuilder, sql } from 'kysely';

/** Pages whose bytes are kept, and that became articles or are held: all that fit every part that says something. */
export interface PageFilter {
  readonly hosts: readonly string[];
  /** Slugs of publishers, for who knows them by name. */
  readonly publishers: readonly string[];
  /** First seen within. */
  readonly since: Date | null;
  readonly until: Date | null;
  /** Not those that became articles, but those that a guard holds. */
  readonly isHeld: boolean;
}

interface KnownFilter extends Omit<PageFilter, 'publishers'> {
  readonly publisherIds: readonly number[];
}

/** Their addresses, oldest first. */
export async function findPages(
  db: Queryable,
  filter: KnownFilter,
  most: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from nashra.address where ${fitting(filter)} order by id limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

export async function countPages(db: Queryable, filter: KnownFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from nashra.address where ${fitting(filter)}`.execute(db);
  return rows[0]?.n ?? 0;
}

const HELD = sql`state = 'quarantined' and reason = 'layout_changed'`;

function fitting({ hosts, publisherIds, since, until, isHeld }: KnownFilter): RawBuilder<boolean> {
  const parts = [
    isHeld ? HELD : sql`state in ('indexed', 'known') and article_id is not null`,
    sql`capture_id is not null`,
    ...(hosts.length > 0 ? [sql`host = any (${[...hosts]}::text[])`] : []),
    ...(publisherIds.length > 0 ? [sql`publisher_id = any (${[...publisherIds]}::bigint[])`] : []),
    ...(since ? [sql`id >= nashra.id_at(${since})`] : []),
    ...(until ? [sql`id < nashra.id_at(${until})`] : []),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
