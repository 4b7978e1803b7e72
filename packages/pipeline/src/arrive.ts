import { createHash } from 'node:crypto';
import { addressKey, canonicalAddress, hostOf } from '@nashra/address';
import type { BlobStore } from '@nashra/blobs';
import { keepAll, type NewCapture, readCaptures } from '@nashra/captures';
import type { CaptureOrigin, EntryHint, Lane, Queryable } from '@nashra/db';
import { begin, depart, type FoundAddress, findAddresses, move } from '@nashra/ledger';
import { publishersOfHosts, UNKNOWN_PUBLISHER } from '@nashra/sources';
import { pushOnward } from './push.ts';
import { FINAL_STATES, isFinal, type Pipeline, stageOf, WAITING } from './way.ts';

/** Bytes that nobody fetched: of an archive, a push, a folder. */
export interface Arrival {
  readonly address: string;
  readonly bytes: Uint8Array;
  readonly origin: Exclude<CaptureOrigin, 'http'>;
  /** By the host of the address when absent; of nobody's, born with its first article, where none is known. */
  readonly publisherId?: number;
  /** After redirects, where the origin knows it. */
  readonly finalAddress?: string;
  readonly status?: number;
  /** In lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** When the bytes were what the web said; now when absent. */
  readonly capturedAt?: Date;
  readonly lane?: Lane;
  /** What is known of the page beside it, of an address that is new. */
  readonly entry?: EntryHint;
}

/**
 * What became of an arrival. `known`: its bytes are those that are kept. `older`: later ones are kept. `busy`: its address is
 * with a stage just now, and may be tried again. `in_flight`: it is about to be fetched. `other_kind`: it is a feed's address.
 * `paused`: its publisher rests.
 */
export type ArrivalOutcome =
  | 'entered'
  | 'known'
  | 'older'
  | 'busy'
  | 'in_flight'
  | 'other_kind'
  | 'paused'
  | 'no_address';

export interface Arrived {
  readonly outcome: ArrivalOutcome;
  /** Null where nobody has met the address. */
  readonly addressId: number | null;
}

/**
 * Takes in bytes that were not fetched: they are kept as a capture, and their address goes to parse as if it had been.
 * An address that is in flight beyond the first stage is left alone, as is one with bytes of the same or a later time.
 *
 * @returns the address's id, or null where they were not taken in
 */
export async function arrive(
  pipeline: Pipeline,
  blobs: BlobStore,
  arrival: Arrival,
): Promise<number | null> {
  const [arrived] = await arriveAll(pipeline, blobs, [arrival]);
  return arrived?.outcome === 'entered' ? arrived.addressId : null;
}

/** The same of many, in one transaction; what became of each, in their order. Of two of one address the second is `busy`. */
export async function arriveAll(
  pipeline: Pipeline,
  blobs: BlobStore,
  arrivals: readonly Arrival[],
): Promise<readonly Arrived[]> {
  const guests = arrivals.map(guestOf);
  const judged = await judge(pipeline.db, guests);
  const welcome = guests.filter((_, at) => judged[at]?.outcome === 'entered');
  for (const { arrival } of welcome) await blobs.put(arrival.bytes);
  const entered = await pipeline.db.transaction().execute((tx) => takeIn(tx, welcome));
  await pushOnward(pipeline.queues, stageOf('parse'), [...entered.values()], () => laneOf(welcome));
  return guests.map(({ key }, at) => {
    const { outcome, addressId } = judged[at] as Arrived;
    if (outcome !== 'entered') return { outcome, addressId };
    const id = entered.get(key);
    // Somebody else was quicker.
    return id === undefined ? { outcome: 'busy', addressId } : { outcome, addressId: id };
  });
}

/** Those who come together are of one lane. */
const laneOf = ([first]: readonly Guest[]): Lane => first?.arrival.lane ?? 1;

interface Guest {
  readonly arrival: Arrival;
  /** Null for text that is no web address. */
  readonly address: string | null;
  readonly key: string;
  readonly sha256: string;
}

function guestOf(arrival: Arrival): Guest {
  const address = canonicalAddress(arrival.address);
  const key = address === null ? '' : addressKey(address).toString('hex');
  const sha256 = createHash('sha256').update(arrival.bytes).digest('hex');
  return { arrival, address, key, sha256 };
}

async function judge(db: Queryable, guests: readonly Guest[]): Promise<readonly Arrived[]> {
  const rows = await rowsOf(db, guests);
  const captures = await readCaptures(
    db,
    [...rows.values()].flatMap(({ id, captureId }) =>
      captureId === null ? [] : [{ addressId: id, captureId }],
    ),
  );
  const hosts = guests.flatMap(({ address }) => (address === null ? [] : [hostOf(address)]));
  const publishers = [...(await publishersOfHosts(db, hosts))];
  const resting = new Set(publishers.flatMap(([host, it]) => (it.state === 'paused' ? host : [])));
  const met = new Set<string>();
  return guests.map(({ address, key, sha256, arrival }) => {
    if (address === null) return { outcome: 'no_address', addressId: null };
    const row = rows.get(key);
    const kept = row?.captureId ? captures.get(row.captureId) : undefined;
    const isFirst = !met.has(key) && met.add(key);
    const outcome = (): ArrivalOutcome => {
      if (!isFirst) return 'busy';
      if (resting.has(hostOf(address))) return 'paused';
      if (row && row.kind !== 'article') return 'other_kind';
      if (kept?.blobSha256 === sha256) return 'known';
      if (kept && arrival.capturedAt && arrival.capturedAt <= kept.capturedAt) return 'older';
      if (!row || row.state === WAITING || isFinal(row.state)) return 'entered';
      return row.state === stageOf('fetch').takes ? 'in_flight' : 'busy';
    };
    return { outcome: outcome(), addressId: row?.id ?? null };
  });
}

/** Their ids, by their keys; of those that went off meanwhile there is none. */
async function takeIn(tx: Queryable, guests: readonly Guest[]): Promise<Map<string, number>> {
  if (guests.length === 0) return new Map();
  const hosts = guests.map(({ address }) => hostOf(address ?? ''));
  const publishers = await publishersOfHosts(tx, hosts);
  const fresh = guests.map(({ address, arrival }) => {
    const { publisherId, lane = 1, entry } = arrival;
    const publisher = publisherId ?? publishers.get(hostOf(address ?? ''))?.id ?? UNKNOWN_PUBLISHER;
    return {
      address: address ?? '',
      publisherId: publisher,
      kind: 'article',
      lane,
      entry,
    } as const;
  });
  await begin(tx, fresh, { waiting: WAITING });
  const rows = await rowsOf(tx, guests);
  const captures = guests.flatMap((guest) => captureOf(guest, rows.get(guest.key)));
  const kept = await keepAll(tx, captures);
  const to = { at: stageOf('parse').takes };
  const sets = [...kept].map(([id, captureId]) => ({ id, set: { capture_id: captureId } }));
  const moved = await move(tx, { from: [WAITING], to, rows: sets });
  const departed = await depart(tx, {
    ids: [...kept.keys()],
    from: FINAL_STATES,
    to,
    reason: 'replay',
    lane: laneOf(guests),
    captureIds: [...kept.values()],
  });
  const gone = new Set([...moved, ...departed.map(({ id }) => id)]);
  return new Map([...rows].flatMap(([key, { id }]) => (gone.has(id) ? [[key, id] as const] : [])));
}

function captureOf({ arrival, sha256 }: Guest, row: FoundAddress | undefined): NewCapture[] {
  if (!row) return [];
  const { origin, finalAddress = row.address, status, headers, capturedAt } = arrival;
  const head = { ...(status !== undefined && { status }), ...(headers && { headers }) };
  return [{ addressId: row.id, blobSha256: sha256, origin, finalAddress, head, capturedAt }];
}

async function rowsOf(db: Queryable, guests: readonly Guest[]): Promise<Map<string, FoundAddress>> {
  const keys = guests.flatMap(({ key }) => (key === '' ? [] : [Buffer.from(key, 'hex')]));
  const rows = await findAddresses(db, { keys });
  return new Map(rows.map((row) => [row.key.toString('hex'), row]));
}
