import { hostOf } from '@nashra/address';
import type { EntryRule, Queryable, SourceState } from '@nashra/db';
import { slugOf } from './slug.ts';

/** Somebody who publishes, with what a reading of its pages needs. */
export interface Publisher {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  /** IANA zone in which undeclared local times are read. */
  readonly timeZone: string;
  /** BCP 47. */
  readonly language: string | null;
  readonly state: SourceState;
  /** Which entries are wanted; null for all. */
  readonly rules: readonly EntryRule[] | null;
}

/** Whose addresses are of whom nobody knows yet: a row of the migrations that readers never see. */
export const UNKNOWN_PUBLISHER = 0;

const COLUMNS = [
  'id',
  'slug',
  'name',
  'time_zone as timeZone',
  'language',
  'state',
  'rules',
] as const;

export async function readPublisher(db: Queryable, id: number): Promise<Publisher | undefined> {
  return await db.selectFrom('publisher').select(COLUMNS).where('id', '=', id).executeTakeFirst();
}

export async function findPublisher(db: Queryable, slug: string): Promise<Publisher | undefined> {
  return await db
    .selectFrom('publisher')
    .select(COLUMNS)
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** Those whom nobody asks for now; read by every release. */
export async function pausedPublishers(db: Queryable): Promise<number[]> {
  const rows = await db
    .selectFrom('publisher')
    .select('id')
    .where('state', '=', 'paused')
    .execute();
  return rows.map((row) => row.id);
}

/** Publishers looked at to find whose an address is. */
const MAX_PUBLISHERS = 20_000;

/** Whose a page of this host is: by homepage, else by feed. */
export async function publisherOfHost(db: Queryable, host: string): Promise<Publisher | undefined> {
  return (await publishersOfHosts(db, [host])).get(host);
}

/** The same of several hosts; of those that nobody knows there is none. */
export async function publishersOfHosts(
  db: Queryable,
  hosts: readonly string[],
): Promise<Map<string, Publisher>> {
  if (hosts.length === 0) return new Map();
  const rows = await db
    .selectFrom('publisher')
    .select(COLUMNS)
    .select('homepage')
    .where('homepage', 'is not', null)
    .orderBy('id')
    .limit(MAX_PUBLISHERS)
    .execute();
  const byHome = new Map(
    // The first of a host holds.
    rows.toReversed().map((row) => [row.homepage && bare(hostOf(row.homepage)), row] as const),
  );
  const found = new Map<string, Publisher>();
  for (const host of new Set(hosts)) {
    const publisher = byHome.get(bare(host)) ?? (await publisherOfFeedsAt(db, bare(host)));
    if (publisher) found.set(host, publisher);
  }
  return found;
}

async function publisherOfFeedsAt(db: Queryable, host: string): Promise<Publisher | undefined> {
  const feed = await db
    .selectFrom('feed')
    .select('publisher_id')
    .where('host', 'in', [host, `www.${host}`])
    .orderBy('id')
    .executeTakeFirst();
  return feed && (await readPublisher(db, feed.publisher_id));
}

/** Enters a publisher named after the host of an address; one of that slug is taken as it is. */
export async function newPublisherOf(
  db: Queryable,
  address: string,
  timeZone: string,
): Promise<Publisher> {
  const homepage = new URL('/', address).href;
  return await db
    .insertInto('publisher')
    .values({ slug: slugOf(homepage), name: bare(hostOf(address)), homepage, time_zone: timeZone })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet({ homepage }))
    .returning(COLUMNS)
    .executeTakeFirstOrThrow();
}

function bare(host: string): string {
  return host.replace(/^www\./, '');
}
