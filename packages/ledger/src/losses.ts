import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { endingOf } from './endings.ts';
import type { Reason } from './reasons.ts';

/** Addresses of a feed that have ended of late, the latest first. */
export interface FeedFate {
  readonly feedAddressId: number;
  /** Why each came to nothing, null for those that did not, or did by a rule of the web. */
  readonly reasons: readonly (string | null)[];
}

/** Feeds of which at least `least` addresses began to fail within so many hours, with the fates of the last `latest` of each. */
export async function failingFeeds(
  db: Queryable,
  { hours, least, latest, limit }: { hours: number; least: number; latest: number; limit: number },
): Promise<FeedFate[]> {
  const { rows } = await sql<{
    feedAddressId: number;
    fates: { state: string; reason: string | null }[];
  }>`
    with suspect as materialized (
      select a.found_in from nashra.failure f join nashra.address a on a.id = f.address_id
      where f.first_at > now() - make_interval(hours => ${hours}::int) and f.kind = 'article' and a.found_in is not null
      group by a.found_in having count(*) >= ${least} order by count(*) desc limit ${limit}
    )
    select s.found_in as "feedAddressId", (select json_agg(l) from (
      select a.state, a.reason from nashra.address a where a.found_in = s.found_in and a.state is not null
        and a.updated_at > now() - make_interval(hours => ${hours}::int) order by a.updated_at desc limit ${latest}) l) as fates
    from suspect s`.execute(db);
  return rows.map(({ feedAddressId, fates }) => ({
    feedAddressId,
    reasons: (fates ?? []).map(({ state, reason }) =>
      state === 'dropped' && endingOf((reason ?? 'unexpected') as Reason) !== 'final'
        ? (reason ?? 'unexpected')
        : null,
    ),
  }));
}
