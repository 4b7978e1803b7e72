import { addressKey } from '@nashra/address';
import { instantOfId, type Queryable } from '@nashra/db';
import { begin } from './begin.ts';
import { depart } from './depart.ts';
import { type ArticlesOf, withoutMoving } from './moving-links.ts';
import { adoptEntries, noteEntries, type Saying } from './note-entries.ts';
import { readKnown } from './read-known.ts';
import { type Revisit, revisitOf } from './revisit.ts';
import type { Sighting } from './sighting.ts';
import { unlist } from './unlist.ts';

export interface Discovery {
  readonly added: number;
  /** Known addresses that take off again. */
  readonly again: number;
  /** What this feed or page shows anew, and another one had shown first. */
  readonly elsewhere: number;
  /** Addresses that changed and are left alone for a while, or found no room in this go: the feed has to be read once more, as if it had changed. */
  readonly later: number;
  /** Hosts that now have something waiting. */
  readonly hosts: readonly string[];
}

export interface DiscoverOptions {
  readonly publisherId: number;
  /** The address of the feed or page that showed them. */
  readonly foundIn: number;
  /** Whether this is all that it shows: what is not among them is listed no more. */
  readonly isWhole?: boolean;
  /** When it was last looked at (epoch ms); absent for never. */
  readonly since?: number | undefined;
  /** A known page is read again at most this often, however often its entry changes. */
  readonly revisitAfterMs: number;
  /** «Not modified» is believed this long. */
  readonly believedMs?: number;
  readonly articlesOf: ArticlesOf;
  /** The state in which an address waits for its first flight, and those a sighting may take it out of. */
  readonly waiting: string;
  readonly revisitable: readonly string[];
}

/** Looked up at a time; entered and sent off again of one document in one go, nearly at the most: the rest in the next. */
const TOGETHER = 5_000;
/** A document of known addresses with a few new ones tells news, whatever it told first. */
const FEW = 200;

/** Enters addresses into the ledger, the first ones first. Seen twice, or by two at once, they are one row. */
export async function discover(
  db: Queryable,
  sightings: readonly Sighting[],
  options: DiscoverOptions,
): Promise<Discovery> {
  const byKey = new Map<string, Sighting>();
  for (const it of sightings) {
    const key = addressKey(it.address).toString('hex');
    if (!byKey.has(key)) byKey.set(key, it);
  }
  const all = [...byKey];
  const hosts = new Set<string>();
  let added = 0;
  let again = 0;
  let elsewhere = 0;
  let later = 0;
  let at = 0;
  for (; at < all.length && added + again < TOGETHER; at += TOGETHER) {
    const some = new Map(all.slice(at, at + TOGETHER));
    const found = await discoverSome(db, some, options);
    added += found.added;
    again += found.again;
    elsewhere += found.elsewhere;
    later += found.later;
    for (const host of found.hosts) hosts.add(host);
  }
  later += Math.max(0, all.length - at);
  if (options.isWhole) await unlist(db, options.foundIn, byKey);
  return { added, again, elsewhere, later, hosts: [...hosts] };
}

async function discoverSome(
  db: Queryable,
  byKey: ReadonlyMap<string, Sighting>,
  options: DiscoverOptions,
): Promise<Discovery> {
  const {
    publisherId,
    foundIn,
    waiting,
    revisitAfterMs,
    since = Number.POSITIVE_INFINITY,
  } = options;
  const known = await readKnown(db, [...byKey.keys()], revisitAfterMs);
  const unknown = [...byKey].flatMap(([key, sighting]) => (known.has(key) ? [] : [sighting]));
  const ruledOut = unknown.filter((it) => it.isRuledOut);
  // They have a row, so that nobody looks for what was never there.
  await begin(
    db,
    ruledOut.map((it) => ({ ...it, publisherId, foundIn })),
    { resting: 'known', reason: 'ruled_out' },
  );
  const wanted = unknown.filter((it) => !it.isRuledOut);
  const fresh = await withoutMoving(db, wanted, options.articlesOf);
  const isNews = fresh.length <= FEW && fresh.length * 2 < byKey.size;
  const added = await begin(
    db,
    fresh.map((it) => ({ ...it, publisherId, foundIn, lane: isNews ? 0 : it.lane })),
    { waiting },
  );
  const seen: Seen[] = [...byKey].flatMap(([key, sighting]) => {
    const row = known.get(key);
    if (!row || sighting.isRuledOut) return [];
    const entryHash = sighting.entryHash?.toString('hex') ?? null;
    return [{ id: row.id, sighting, ...revisitOf(row, { entryHash, foundIn }) }];
  });
  await adoptEntries(
    db,
    seen.filter((it) => it.adopt),
    { publisherId, foundIn },
  );
  const again = await takeOff(db, seen, options);
  const gone = new Set(again.map(({ id }) => id));
  await noteEntries(
    db,
    seen.filter(({ id, adopt }) => gone.has(id) && !adopt),
  );
  const hosts = [...new Set([...added, ...again].map(({ host }) => host))];
  // Ids carry the time at which an address became known.
  const others = [...known.values()].filter(
    (it) => it.foundIn !== foundIn && +instantOfId(it.id) > since,
  );
  // Who is in flight just now may have been fetched before.
  const later = seen.filter((it) => it.later || (it.reason !== null && !gone.has(it.id))).length;
  return { added: added.length, again: again.length, elsewhere: others.length, later, hosts };
}

type Seen = Saying & Revisit;

/** Those that a sighting takes out of their rest, in company where the reason is the same. */
async function takeOff(
  db: Queryable,
  seen: readonly Seen[],
  { waiting, revisitable, believedMs }: DiscoverOptions,
): Promise<{ id: number; host: string }[]> {
  const believed = believedMs === undefined ? {} : { believedMs };
  const gone = [];
  for (const reason of ['entry_changed', 'listed'] as const) {
    for (const whole of [true, false]) {
      const ids = seen.flatMap((it) => (it.reason === reason && it.whole === whole ? [it.id] : []));
      const to = { waiting };
      gone.push(...(await depart(db, { ids, from: revisitable, to, reason, whole, ...believed })));
    }
  }
  return gone;
}
