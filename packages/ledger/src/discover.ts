import { addressKey } from '@nashra/address';
import { type AddressKind, byteaText, type EntryHint, type Lane, type Queryable } from '@nashra/db';
import { storableJson } from '@nashra/text';
import { sql } from 'kysely';
import { begin } from './begin.ts';
import { depart } from './depart.ts';

/** An address as somebody saw it. */
export interface Sighting {
  /** Canonical, from `canonicalAddress`. */
  readonly address: string;
  readonly kind: AddressKind;
  readonly lane: Lane;
  readonly guidKey?: Buffer;
  readonly entryHash?: Buffer;
  readonly entry?: EntryHint;
}

export interface Discovery {
  readonly added: number;
  /** Known articles whose entry changed: they are read again. */
  readonly again: number;
  /** Hosts that now have something waiting. */
  readonly hosts: readonly string[];
}

export interface DiscoverOptions {
  readonly publisherId: number;
  /** The address of the feed or page that showed them. */
  readonly foundIn: number;
  /** A known page is read again at most this often, however often its entry changes. */
  readonly revisitAfterMs: number;
  /** The state in which an address waits for its first flight, and those a changed entry takes it out of. */
  readonly waiting: string;
  readonly revisitable: readonly string[];
}

/** Enters addresses into the ledger. Seen twice, or by two at once, they are one row. */
export async function discover(
  db: Queryable,
  sightings: readonly Sighting[],
  options: DiscoverOptions,
): Promise<Discovery> {
  const byKey = new Map(sightings.map((it) => [addressKey(it.address).toString('hex'), it]));
  const known = await knownRows(db, [...byKey.keys()], options.revisitAfterMs);
  const { publisherId, foundIn, waiting } = options;
  const fresh = [...byKey].flatMap(([key, sighting]) => (known.has(key) ? [] : [sighting]));
  const added = await begin(
    db,
    fresh.map((sighting) => ({ ...sighting, publisherId, foundIn })),
    { waiting },
  );
  const changed = [...byKey].flatMap(([key, sighting]) => {
    const row = known.get(key);
    const same = !sighting.entryHash || row?.entryHash === sighting.entryHash.toString('hex');
    return row?.isRested && !same && row.foundIn === foundIn ? [{ id: row.id, sighting }] : [];
  });
  const again = await depart(db, {
    ids: changed.map(({ id }) => id),
    from: options.revisitable,
    to: { waiting },
    reason: 'entry_changed',
    whole: true,
  });
  const gone = new Set(again.map(({ id }) => id));
  await noteEntries(
    db,
    changed.filter(({ id }) => gone.has(id)),
  );
  const hosts = [...new Set([...added, ...again].map(({ host }) => host))];
  return { added: added.length, again: again.length, hosts };
}

/** What the feed says of them now. */
async function noteEntries(
  db: Queryable,
  changed: readonly { readonly id: number; readonly sighting: Sighting }[],
): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ id, sighting: { entry = null, entryHash } }) => ({
    id,
    entry,
    hash: entryHash ? byteaText(entryHash) : null,
  }));
  await sql`
    update nashra.address a set entry_hash = each.hash, entry = each.entry
    from json_to_recordset(${storableJson(rows)}::json) as each(id bigint, hash bytea, entry jsonb)
    where a.id = each.id`.execute(db);
}

interface KnownRow {
  readonly id: number;
  readonly host: string;
  readonly entryHash: string | null;
  readonly foundIn: number | null;
  /** It has not moved for as long as a known page is left alone. */
  readonly isRested: boolean;
}

async function knownRows(
  db: Queryable,
  keys: string[],
  revisitAfterMs: number,
): Promise<Map<string, KnownRow>> {
  const rows = await db
    .selectFrom('address')
    .select(['id', 'key', 'host', 'entry_hash', 'found_in'])
    .select(
      sql<boolean>`updated_at <= now() - make_interval(secs => ${revisitAfterMs / 1000})`.as(
        'rested',
      ),
    )
    .where('key', '=', sql<Buffer>`any(${keys.map((key) => Buffer.from(key, 'hex'))}::bytea[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      row.key.toString('hex'),
      {
        id: row.id,
        host: row.host,
        entryHash: row.entry_hash?.toString('hex') ?? null,
        foundIn: row.found_in,
        isRested: row.rested,
      },
    ]),
  );
}
