import type { Heir, LeaseState, Queryable, SourceState } from '@nashra/db';
import { sql } from 'kysely';
import type { Omission } from './completeness/omissions.ts';
import { evidenceOf } from './evidence.ts';
import { FEED_HEALTH, type FeedHealth, healthOf } from './health.ts';
import { UNKNOWN_PUBLISHER } from './publishers.ts';
import { isPollReason, POLL_REASONS } from './rhythm/next-poll.ts';

/** A feed with its publisher and how its polls went. */
export interface Source {
  readonly id: number;
  readonly addressId: number;
  readonly publisherId: number;
  /** Slug. */
  readonly publisher: string;
  readonly name: string;
  readonly nameNative: string | null;
  readonly homepage: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly timeZone: string;
  readonly publisherState: SourceState;
  readonly address: string;
  readonly title: string | null;
  /** A page of headlines, read as if it were a feed. */
  readonly isPage: boolean;
  readonly state: SourceState;
  readonly intervalSeconds: number;
  readonly failures: number;
  readonly lastReason: string | null;
  readonly lastPolledAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly lastEntryAt: Date | null;
  readonly nextPollAt: Date;
  readonly entriesSeen: number;
  readonly entriesNew: number;
  /** New entries a day of late, as its polls have shown; null before the first one. */
  readonly entriesPerDay: number | null;
  /** Why it is polled then. */
  readonly nextPollWhy: string | null;
  /** Polls that showed nothing of the poll before, and when the last of them was. */
  readonly overflows: number;
  readonly overflowAt: Date | null;
  /** From when on it is strange that it shows nothing new. */
  readonly strangeAt: Date | null;
  /** Names of what its servers are asked with beside the usual; its own, or its publisher's. */
  readonly askedWith: readonly string[];
  /** What it seems to have published and that is not here. */
  readonly omissions: readonly Omission[];
  /** How its lease at the hub that it names stands; null where there is none. */
  readonly hub: SourceHub | null;
  /** Where it may have gone since it died, as its front page says. */
  readonly heirs: readonly Heir[];
  readonly health: FeedHealth;
  /** What its health was judged by, where somebody may doubt it. */
  readonly evidence: string | null;
}

export interface SourceHub {
  readonly hub: string;
  readonly state: LeaseState;
  readonly pings: number;
  readonly error: string | null;
}

export interface SourceFilter {
  /** Slug. */
  readonly publisher?: string | undefined;
  readonly limit?: number;
  readonly order?: 'name' | 'urgency';
}

const MAX_FEEDS = 20_000;
/** As `levelOf` has it. */
const PER_DAY = sql.raw('24 * (feed.rhythm[1] + 0.05) / (feed.rhythm[2] + 0.1)');
const ASKED_WITH =
  sql.raw(`coalesce((select s.names from nashra.access s where s.publisher_id = feed.publisher_id
  and (s.feed_address_id = feed.address_id or s.feed_address_id is null) order by s.feed_address_id nulls last limit 1), '{}')`);
const HUB =
  sql.raw(`(select json_build_object('hub', l.hub, 'state', l.state, 'pings', l.pings, 'error', l.error)
  from nashra.hub_lease l where l.feed_address_id = feed.address_id)`);
const OMITTED =
  sql.raw(`coalesce((select json_agg(json_build_object('kind', o.kind, 'evidence', o.evidence, 'since', o.since)
  order by o.since) from nashra.omission o where o.feed_address_id = feed.address_id and o.over_at is null), '[]')`);
const URGENCY = Object.keys(FEED_HEALTH);

/** Feeds by publisher, or those that need somebody first. */
export async function listSources(db: Queryable, filter: SourceFilter = {}): Promise<Source[]> {
  const { publisher, limit = MAX_FEEDS, order = 'name' } = filter;
  const rows = await db
    .selectFrom('feed')
    .innerJoin('publisher', 'publisher.id', 'feed.publisher_id')
    .select([
      'feed.id',
      'feed.address_id as addressId',
      'feed.publisher_id as publisherId',
      'publisher.slug as publisher',
      'publisher.name',
      'publisher.name_native as nameNative',
      'publisher.homepage',
      'publisher.language',
      'publisher.country',
      'publisher.time_zone as timeZone',
      'publisher.state as publisherState',
      'feed.address',
      'feed.title',
      'feed.is_page as isPage',
      'feed.state',
      'feed.interval_seconds as intervalSeconds',
      'feed.failures',
      'feed.last_reason as lastReason',
      'feed.last_polled_at as lastPolledAt',
      'feed.last_success_at as lastSuccessAt',
      'feed.last_entry_at as lastEntryAt',
      'feed.next_poll_at as nextPollAt',
      'feed.entries_seen as entriesSeen',
      'feed.entries_new as entriesNew',
      'feed.next_why as nextWhy',
      'feed.overflows',
      'feed.overflow_at as overflowAt',
      'feed.strange_at as strangeAt',
      'feed.heirs',
    ])
    .select(sql<number | null>`${PER_DAY}`.as('entriesPerDay'))
    .select(sql<string[]>`${ASKED_WITH}`.as('askedWith'))
    .select(sql<SourceHub | null>`${HUB}`.as('hub'))
    .select(sql<Omission[]>`${OMITTED}`.as('omissions'))
    .select(sql<Date>`now()`.as('now'))
    .$if(publisher !== undefined, (query) => query.where('publisher.slug', '=', publisher ?? ''))
    .$if(order === 'name', (query) => query.orderBy('publisher.slug').orderBy('feed.id'))
    .$if(order === 'urgency', (query) =>
      query.orderBy('feed.failures', 'desc').orderBy('feed.next_poll_at'),
    )
    .limit(limit)
    .execute();
  const feeds = rows.map(({ now, nextWhy, heirs: named, ...row }) => {
    const heirs = named ?? [];
    const paused = row.state === 'paused' || row.publisherState === 'paused';
    const isIncomplete = row.omissions.length > 0;
    const health = healthOf({ ...row, paused, isIncomplete }, now.getTime());
    const nextPollWhy = nextWhy !== null && isPollReason(nextWhy) ? POLL_REASONS[nextWhy] : null;
    return { ...row, heirs, nextPollWhy, health, evidence: evidenceOf({ ...row, heirs, health }) };
  });
  return order === 'name' ? feeds : feeds.sort(byUrgency);
}

function byUrgency(a: Source, b: Source): number {
  return (
    URGENCY.indexOf(a.health) - URGENCY.indexOf(b.health) ||
    (b.lastEntryAt?.getTime() ?? 0) - (a.lastEntryAt?.getTime() ?? 0) ||
    a.id - b.id
  );
}

export async function countSources(
  db: Queryable,
): Promise<{ readonly publishers: number; readonly feeds: number }> {
  const { rows } = await sql<{ publishers: number; feeds: number }>`
    select (select count(*) from nashra.publisher where id <> ${UNKNOWN_PUBLISHER}) as publishers,
      (select count(*) from nashra.feed) as feeds`.execute(db);
  return rows[0] ?? { publishers: 0, feeds: 0 };
}
