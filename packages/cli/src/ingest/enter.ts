import { addressKey, canonicalAddress, hostOf } from '@nashra/address';
import type { Db } from '@nashra/db';
import { FINAL_STATES, historyOf, move } from '@nashra/ledger';
import { sql } from 'kysely';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { publisherOfHost } from './publisher-of-host.ts';

/** An address on its way, and where its history was when we asked. */
export interface Entered {
  readonly id: number;
  readonly address: string;
  readonly host: string;
  /** When we asked: only later steps are ours to show. */
  readonly since: number;
}

/** Enters an address into the ledger, or sends a known one through again; one in flight is left alone. */
export async function enter(db: Db, text: string, timeZone: string): Promise<Entered> {
  const address = canonicalAddress(text);
  if (address === null) throw new CliError(`Not a web address: ${text}`, EXIT.usage);
  const host = hostOf(address);
  const key = addressKey(address);
  const since = await databaseClock(db);
  const known = await find(db, key);
  if (!known) {
    const publisher = await publisherOfHost(db, address, timeZone);
    await db
      .insertInto('address')
      .values({
        key,
        address,
        host,
        publisher_id: publisher.id,
        kind: 'article',
        history: historyOf('waiting', 'ingest'),
      })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
  const row = known ?? (await find(db, key));
  if (!row) throw new Error(`${address} is in the ledger and cannot be found`);
  if (row.publisherState === 'paused') {
    throw new CliError(
      `Publisher ${row.slug} is paused: "nashra sources resume ${row.slug}" first.`,
    );
  }
  await move(db, {
    ids: [row.id],
    from: FINAL_STATES,
    to: 'waiting',
    reason: 'ingest',
    set: {
      lane: 0,
      waits: 0,
      rescues: 0,
      due_at: sql<Date>`now()`,
      etag: null,
      last_modified: null,
    },
  });
  return { id: row.id, address: row.address, host: row.host, since };
}

function find(db: Db, key: Buffer) {
  return db
    .selectFrom('address')
    .innerJoin('publisher', 'publisher.id', 'address.publisher_id')
    .select(['address.id', 'address.address', 'address.host'])
    .select(['publisher.slug', 'publisher.state as publisherState'])
    .where('address.key', '=', key)
    .executeTakeFirst();
}

/** Histories are written by the database's clock, so they are read by it. */
async function databaseClock(db: Db): Promise<number> {
  const { rows } = await sql<{ now: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
  return rows[0]?.now ?? Date.now();
}
