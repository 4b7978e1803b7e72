import { randomBytes } from 'node:crypto';
import type { LeaseState, Queryable } from '@nashra/db';
import { cleanLine } from '@nashra/text';
import { sql } from 'kysely';

/** A subscription at a hub, with what is needed to ask for it and to know its messages. */
export interface HubLease {
  readonly id: number;
  readonly feedAddressId: number;
  readonly hub: string;
  readonly topic: string;
  readonly token: string;
  readonly secret: string;
  readonly state: LeaseState;
  readonly tries: number;
}

const COLUMNS = [
  'id',
  'feed_address_id as feedAddressId',
  'hub',
  'topic',
  'token',
  'secret',
  'state',
  'tries',
] as const;

/** While nobody has answered; it doubles. */
const FIRST_PAUSE_S = 60;
const LONGEST_PAUSE_S = 86_400;
/** A lease is renewed when so much of it has passed. */
const RENEW_AT = 0.8;

/**
 * Enters a lease for feeds that name a hub and have none, and anew for those that name another one by now: the old one, whose
 * callback nobody knows any more, ends by itself. Those of feeds that are gone or rest are to be left. Returns how many changed.
 */
export async function planLeases(db: Queryable, limit: number): Promise<number> {
  const feeds = await sql<{ id: number; hub: string; topic: string }>`
    select f.address_id as id, f.hub, f.topic from nashra.feed f join nashra.publisher p on p.id = f.publisher_id
    left join nashra.hub_lease l on l.feed_address_id = f.address_id
    where f.hub is not null and f.topic is not null and f.state = 'active' and p.state = 'active'
      and (l.id is null or l.hub <> f.hub or l.topic <> f.topic or l.state = 'leaving')
    order by f.address_id limit ${limit}`.execute(db);
  if (feeds.rows.length > 0) {
    const fresh = feeds.rows.map(({ id, hub, topic }) => ({
      feed_address_id: id,
      hub,
      topic,
      token: randomBytes(32).toString('base64url'),
      secret: randomBytes(32).toString('base64url'),
      state: 'asking' as const,
    }));
    await db
      .insertInto('hub_lease')
      .values(fresh)
      .onConflict((conflict) =>
        conflict.column('feed_address_id').doUpdateSet((eb) => ({
          hub: eb.ref('excluded.hub'),
          topic: eb.ref('excluded.topic'),
          token: eb.ref('excluded.token'),
          secret: eb.ref('excluded.secret'),
          state: eb.ref('excluded.state'),
          again_at: sql<Date>`now()`,
          tries: 0,
          lease_until: null,
          error: null,
        })),
      )
      .execute();
  }
  const { rows } = await sql<{ id: number }>`
    update nashra.hub_lease l set state = 'leaving', again_at = now(), tries = 0
    where l.state <> 'leaving' and not exists (select from nashra.feed f join nashra.publisher p on p.id = f.publisher_id
      where f.address_id = l.feed_address_id and f.hub is not null and f.state = 'active' and p.state = 'active')
    returning l.id`.execute(db);
  return feeds.rows.length + rows.length;
}

/** Takes leases whose hub is to be asked, each with a pause after which it is asked again if nothing comes of it. */
export async function takeDueLeases(db: Queryable, limit: number): Promise<HubLease[]> {
  const pause = sql`make_interval(secs => least(${FIRST_PAUSE_S} * power(2, least(l.tries, 20)), ${LONGEST_PAUSE_S}))`;
  const { rows } = await sql<HubLease>`
    with due as materialized (
      select id from nashra.hub_lease where again_at <= now() order by again_at limit ${limit} for update skip locked
    )
    update nashra.hub_lease l set again_at = now() + ${pause}, tries = l.tries + 1,
      state = case when l.state = 'denied' then 'asking' else l.state end
    from due where l.id = due.id
    returning l.id, l.feed_address_id as "feedAddressId", l.hub, l.topic, l.token, l.secret, l.state, l.tries`.execute(
    db,
  );
  return rows;
}

/** How a hub answered; what it refused is tried again after the pause that was set. */
export async function noteAsked(db: Queryable, id: number, error: string | null): Promise<void> {
  const text = error && cleanLine(error.slice(0, 500));
  await db.updateTable('hub_lease').set({ error: text }).where('id', '=', id).execute();
}

export async function leaseOfToken(db: Queryable, token: string): Promise<HubLease | null> {
  const row = await db
    .selectFrom('hub_lease')
    .select(COLUMNS)
    .where('token', '=', token)
    .executeTakeFirst();
  return row ?? null;
}

/** The hub has leased it for so many seconds; most of them later it is asked for more. */
export async function noteLeased(db: Queryable, id: number, seconds: number): Promise<void> {
  await db
    .updateTable('hub_lease')
    .set({
      state: 'active',
      tries: 0,
      error: null,
      lease_until: sql<Date>`now() + make_interval(secs => ${seconds}::float8)`,
      again_at: sql<Date>`now() + make_interval(secs => ${seconds * RENEW_AT}::float8)`,
    })
    .where('id', '=', id)
    .execute();
}

/** The hub will not have us; it is asked again in a day. */
export async function noteDenied(db: Queryable, id: number): Promise<void> {
  await db
    .updateTable('hub_lease')
    .set({
      state: 'denied',
      lease_until: null,
      again_at: sql<Date>`now() + make_interval(secs => ${LONGEST_PAUSE_S})`,
    })
    .where('id', '=', id)
    .execute();
  await askAgain(db, id);
}

/** A lease that has ended, or whose hub does not say so after many tries. */
export async function dropLease(db: Queryable, id: number): Promise<void> {
  await askAgain(db, id);
  await db.deleteFrom('hub_lease').where('id', '=', id).execute();
}

/** Its hub tells no more: the feed is asked as often as before. */
async function askAgain(db: Queryable, leaseId: number): Promise<void> {
  await sql`
    update nashra.feed f set told = 0,
      next_poll_at = least(f.next_poll_at, now() + make_interval(secs => f.interval_seconds))
    from nashra.hub_lease l where l.id = ${leaseId} and f.address_id = l.feed_address_id and f.told > 0`.execute(
    db,
  );
}

export async function notePing(db: Queryable, id: number): Promise<void> {
  await db
    .updateTable('hub_lease')
    .set({ pings: sql<number>`pings + 1`, pinged_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
}

/** A feed that somebody says has news is polled now; never later than it was to be, no closer than this to its last poll, and never before its server will have us. */
export async function hasten(
  db: Queryable,
  feedAddressId: number,
  closestMs: number,
): Promise<void> {
  await sql`
    update nashra.feed set next_why = 'pinged', next_poll_at = greatest(now(),
      coalesce(last_polled_at, now()) + make_interval(secs => ${closestMs / 1000}::float8))
    where address_id = ${feedAddressId} and state = 'active' and next_why is distinct from 'sent_away' and next_poll_at > greatest(now(),
      coalesce(last_polled_at, now()) + make_interval(secs => ${closestMs / 1000}::float8))`.execute(
    db,
  );
}
