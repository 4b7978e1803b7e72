import type { Queryable, SourceState } from '@nashra/db';
import { sql } from 'kysely';
import { FEED_HEALTH, type FeedHealth, healthOf } from './health.ts';
import { UNKNOWN_PUBLISHER } from './publishers.ts';

/** A feed with its publisher and how its polls went. */
export interface Source {
  readonly id: number;
  readonly addressId: number;
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
  readonly health: FeedHealth;
}

export interface SourceFilter {
  /** Slug. */
  readonly publisher?: string | undefined;
  readonly limit?: number;
  readonly order?: 'name' | 'urgency';
}

const MAX_FEEDS = 20_000;
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
    ])
    .select(sql<Date>`now()`.as('now'))
    .$if(publisher !== undefined, (query) => query.where('publisher.slug', '=', publisher ?? ''))
    .$if(order === 'name', (query) => query.orderBy('publisher.slug').orderBy('feed.id'))
    .$if(order === 'urgency', (query) =>
      query.orderBy('feed.failures', 'desc').orderBy('feed.next_poll_at'),
    )
    .limit(limit)
    .execute();
  const feeds = rows.map(({ now, ...row }) => {
    const paused = row.state === 'paused' || row.publisherState === 'paused';
    return { ...row, health: healthOf({ ...row, paused }, now.getTime()) };
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
