import { randomBytes } from 'node:crypto';
import { type Act, record } from '@nashra/audit';
import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { requireQuery, SavedQueryError } from './saved-queries.ts';

const SECRET_BYTES = 32;
const MOST_ADDRESS = 4_096;

/**
 * Has the matches of a saved query sent to an address from now on; a paused one goes on where it stopped. Returns the
 * secret that signs them, in the form of Standard Webhooks (`whsec_` and base64).
 *
 * @throws SavedQueryError when there is no such query, or the address is none of the web
 */
export async function setWebhook(
  tx: Queryable,
  act: Act,
  name: string,
  address: string,
): Promise<string> {
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? '') || address.length > MOST_ADDRESS)
    throw new SavedQueryError(`"${address.slice(0, 200)}" is no address of the web.`);
  const secret = randomBytes(SECRET_BYTES).toString('base64');
  const { rows } = await sql<{ secret: string }>`
    insert into nashra.webhook as w (query_id, address, secret, delivered_seq, due_seq)
    select q.id, ${address}, ${secret}, seen.seq, seen.seq
    from nashra.saved_query q cross join lateral (
      select coalesce(max(seq), 0) as seq from nashra.query_match where query_id = q.id) seen
    where q.name = ${name}
    on conflict (query_id) do update set address = excluded.address, state = 'active', failures = 0, last_error = null,
      next_try_at = case when w.due_seq > w.delivered_seq then now() end
    returning w.secret`.execute(tx);
  const [row] = rows;
  if (!row) throw new SavedQueryError(`There is no saved query ${name}.`);
  await record(tx, act, { action: 'webhook.set', subject: `query ${name}`, detail: { address } });
  return `whsec_${row.secret}`;
}

/**
 * Sends the matches of a saved query nowhere any more.
 *
 * @throws SavedQueryError when there is no such webhook
 */
export async function removeWebhook(tx: Queryable, act: Act, name: string): Promise<void> {
  const row = await tx
    .deleteFrom('webhook')
    .using('saved_query as q')
    .whereRef('q.id', '=', 'webhook.query_id')
    .where('q.name', '=', name)
    .returning('webhook.address')
    .executeTakeFirst();
  if (!row) {
    await requireQuery(tx, name);
    throw new SavedQueryError(`The matches of ${name} are sent nowhere.`);
  }
  await record(tx, act, { action: 'webhook.remove', subject: `query ${name}`, detail: row });
}

export interface StoredQuery {
  readonly name: string;
  readonly query: string;
  readonly language: string | null;
  readonly publisher: string | null;
  readonly createdAt: Date;
  /** That are kept. */
  readonly matches: number;
  readonly webhook: {
    readonly address: string;
    readonly state: 'active' | 'paused';
    readonly failures: number;
    readonly lastError: string | null;
    readonly deliveredAt: Date | null;
    /** Whether there is something that was not taken yet. */
    readonly isBehind: boolean;
  } | null;
}

/** Saved queries by name, each with where its matches are sent. */
export async function listQueries(db: Queryable, limit: number): Promise<StoredQuery[]> {
  const rows = await db
    .selectFrom('saved_query as q')
    .leftJoin('webhook as w', 'w.query_id', 'q.id')
    .select(['q.name', 'q.query', 'q.language', 'q.publisher', 'q.created_at as createdAt'])
    .select(['w.address', 'w.state', 'w.failures', 'w.last_error', 'w.delivered_at'])
    .select(sql<boolean>`w.due_seq > w.delivered_seq`.as('isBehind'))
    .select((eb) =>
      eb
        .selectFrom('query_match as m')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('m.query_id', '=', 'q.id')
        .as('matches'),
    )
    .orderBy('q.name')
    .limit(limit)
    .execute();
  return rows.map(({ address, state, failures, last_error, delivered_at, isBehind, ...query }) => ({
    ...query,
    matches: query.matches ?? 0,
    webhook: address
      ? {
          address,
          state: state ?? 'active',
          failures: failures ?? 0,
          lastError: last_error,
          deliveredAt: delivered_at,
          isBehind,
        }
      : null,
  }));
}
