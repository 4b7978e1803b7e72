import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { FASTEST_MS } from './next-poll.ts';
import { type PullGroup, paceOf } from './pace.ts';
import { FIRST_BELIEVED } from './told.ts';

/** Reckons the pace of all feeds anew from their pulls, a tenth apart, and keeps it for their next polls. */
export async function reckonPace(db: Queryable): Promise<void> {
  const { rows } = await sql<PullGroup & { feeds: number }>`
    select exp(avg(ln(feed.pull))) as pull, sum(3600.0 / feed.interval_seconds)::float8 as polls, count(*)::int as feeds,
      feed.told >= ${FIRST_BELIEVED} as "isTold"
    from nashra.feed join nashra.publisher p on p.id = feed.publisher_id
    where feed.state = 'active' and p.state = 'active' and feed.pull > 0 and feed.interval_seconds >= ${FASTEST_MS / 1000}
    group by round(10 * ln(feed.pull)::numeric), "isTold"`.execute(db);
  const pull = paceOf(rows);
  if (pull === null) return;
  const feeds = rows.reduce((sum, group) => sum + group.feeds, 0);
  const facts = { pull, feeds, reckoned_at: sql<Date>`now()` };
  await db
    .insertInto('pace')
    .values(facts)
    .onConflict((conflict) => conflict.column('one').doUpdateSet(facts))
    .execute();
}
