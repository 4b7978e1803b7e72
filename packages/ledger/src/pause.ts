import { type RawBuilder, sql } from 'kysely';

const DAY_S = 86_400;
/**
 * Looks in vain after which an address is given up: two weeks of news, some hours of backfill. A sitemap has those of news in
 * whatever lane, since what it lists may stand nowhere else.
 */
const MOST = { live: 20, backfill: 6 } as const;
/** A page that was read and is only short is looked at a few times more. */
const MOST_OF_SHORT = 5;
/** A sitemap that shows nothing new for long is hardly asked any more. */
const LONGEST = { page: DAY_S, sitemap: 7 * DAY_S } as const;

interface Looked {
  readonly state: string;
  readonly vain: RawBuilder<unknown>;
  /** First pause in milliseconds; null for no other look. */
  readonly firstMs: RawBuilder<unknown>;
  /** Not before so many milliseconds have passed, whatever the pause. */
  readonly waitMs: RawBuilder<unknown>;
}

/**
 * A part of the statement that lands `gone` on `a`: when the address is looked at again. Pauses double with each look
 * in vain, with a tenth of jitter; what nothing lists any more gets one more look than was planned. Feeds have a rhythm of their own.
 */
export function nextLook({ state, vain, firstMs, waitMs }: Looked): RawBuilder<unknown> {
  if (state === 'quarantined') return sql`null`;
  const isOver =
    state === 'dropped'
      ? sql`${vain} >= case when gone.lane = 0 or a.kind = 'sitemap' then ${MOST.live}::int else ${MOST.backfill}::int end
          or a.unlisted_at <= a.updated_at`
      : sql`a.kind = 'article' and ${vain} >= ${MOST_OF_SHORT}::int`;
  return sql`case when ${firstMs} is null or a.kind = 'feed' or ${isOver} then null
    else now() + make_interval(secs => greatest(coalesce(${waitMs}, 0) / 1000.0,
      least(${firstMs} / 1000.0 * power(2, least(greatest(${vain} - 1, 0), 20)),
        case a.kind when 'sitemap' then ${LONGEST.sitemap}::int else ${LONGEST.page}::int end)
      * (0.95 + 0.1 * random()))::float8) end`;
}
