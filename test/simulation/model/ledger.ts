import { addressKey, hostOf } from '@nashra/address';
import type { Lane } from '@nashra/db';
import type {
  Beginning,
  Departure,
  FoundAddress,
  InFlight,
  Landing,
  Move,
  NewAddress,
  Released,
  Resting,
  WaitingRoom,
} from '@nashra/ledger';
import type { Tx } from '../world/store.ts';
import { idAt } from '../world/store.ts';
import { verb } from './db.ts';
import { feedFacts } from './feeds.ts';
import { lookAfter } from './pauses.ts';
import type { AddressRow, FlightRow, StepRow } from './rows.ts';

const addressOf = (tx: Tx, id: number) => tx.get<AddressRow>('address', id);
const flightOf = (tx: Tx, id: number) => tx.get<FlightRow>('flight', id);

function write(tx: Tx, row: AddressRow): void {
  tx.put('address', row.id, row);
}

function fly(tx: Tx, row: FlightRow): void {
  tx.put('flight', row.addressId, row);
}

function step(tx: Tx, addressId: number, state: string, reason: string | null): void {
  const row: StepRow = { id: tx.store.nextId(), addressId, state, reason };
  tx.put('journal', row.id, row);
}

const NEW_FLIGHT = {
  whole: false,
  captureId: null,
  etag: null,
  lastModified: null,
  articleId: null,
  againMs: null,
  waits: 0,
  rescues: 0,
} as const;

/** The flight as it stands once nobody else changes it, where its state is one of these. */
async function stood(tx: Tx, id: number, from: readonly string[]): Promise<FlightRow | undefined> {
  const seen = flightOf(tx, id);
  if (!seen || !from.includes(seen.state)) return undefined;
  await tx.lock('flight', id);
  const row = flightOf(tx, id);
  return row && from.includes(row.state) ? row : undefined;
}

const inOrder = (a: number, b: number) => a - b;

export const begin = verb('begin', async (tx, addresses: readonly NewAddress[], how: Beginning) => {
  const begun: { id: number; host: string }[] = [];
  const rows = addresses
    .map((it, place) => ({ it, place, key: addressKey(it.address).toString('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  for (const { it, place, key } of rows) {
    if (tx.get('address key', key)) continue;
    await tx.lock('address key', key);
    if (tx.get('address key', key)) continue;
    const id = tx.store.nextId();
    const host = hostOf(it.address);
    const isFlight = 'waiting' in how;
    const state = isFlight ? how.waiting : how.resting;
    const reason = how.reason ?? null;
    tx.put('address key', key, { id });
    write(tx, {
      id,
      key,
      address: it.address,
      host,
      publisherId: it.publisherId,
      kind: it.kind,
      state: isFlight ? null : state,
      reason: isFlight ? null : reason,
      articleId: null,
      captureId: null,
      etag: null,
      lastModified: null,
      guidKey: it.guidKey?.toString('hex') ?? null,
      entryHash: it.entryHash?.toString('hex') ?? null,
      entry: it.entry ?? null,
      foundIn: it.foundIn ?? null,
      vain: 0,
      againAt: null,
      againLane: null,
      unlistedAt: null,
      createdAt: tx.now,
      updatedAt: tx.now,
    });
    if (isFlight) {
      const { publisherId, lane = 0 } = it;
      const dueAt = tx.now + place / 1_000;
      const stand = { addressId: id, state, reason, host, lane, publisherId, dueAt };
      fly(tx, { ...NEW_FLIGHT, ...stand, movedAt: tx.now });
    }
    step(tx, id, state, reason);
    begun.push({ id, host });
  }
  return begun;
});

export const depart = verb('depart', async (tx, departure: Departure) => {
  const {
    ids,
    from,
    to,
    reason,
    lane = 0,
    whole = false,
    believedMs,
    dueAt,
    captureIds,
  } = departure;
  const gone: { id: number; host: string }[] = [];
  const waits = 'waiting' in to;
  const state = waits ? to.waiting : to.at;
  for (const id of [...ids].sort(inOrder)) {
    const address = addressOf(tx, id);
    if (!address || !from.includes(address.state ?? '')) continue;
    if (flightOf(tx, id)) continue;
    await tx.lock('flight', id);
    if (flightOf(tx, id)) continue;
    const { host, publisherId } = address;
    const at = ids.indexOf(id);
    const isOld =
      believedMs !== undefined &&
      address.captureId !== null &&
      address.captureId < idAt(tx.now - believedMs);
    fly(tx, {
      ...NEW_FLIGHT,
      addressId: id,
      state,
      reason,
      host,
      lane,
      publisherId,
      dueAt: waits ? (dueAt?.[at]?.getTime() ?? tx.now) : null,
      whole: whole || isOld,
      captureId: waits ? null : (captureIds?.[at] ?? address.captureId),
      movedAt: tx.now,
    });
    step(tx, id, state, reason);
    gone.push({ id, host });
  }
  return gone;
});

const FIELDS = {
  article_id: 'articleId',
  capture_id: 'captureId',
  publisher_id: 'publisherId',
  etag: 'etag',
  last_modified: 'lastModified',
  again_ms: 'againMs',
} as const;

/** What is learnt of a flight, by the names of its row. */
function learnt(set: Move['rows'][number]['set'] = {}): Partial<FlightRow> {
  return Object.fromEntries(
    Object.entries(set).map(([name, value]) => [FIELDS[name as keyof typeof FIELDS], value]),
  );
}

export const move = verb(
  'move',
  async (tx, { from, to, reason = null, rows, rescued = false }: Move) => {
    const waits = 'waiting' in to;
    const state = waits ? to.waiting : to.at;
    const moved: number[] = [];
    for (const { id, set } of rows.toSorted((a, b) => a.id - b.id)) {
      const row = await stood(tx, id, from);
      if (!row) continue;
      const rescues = row.rescues + (rescued ? 1 : 0);
      const stand = { state, reason, movedAt: tx.now, dueAt: waits ? tx.now : null, rescues };
      fly(tx, { ...row, ...stand, ...learnt(set) });
      step(tx, id, state, reason);
      moved.push(id);
    }
    return moved;
  },
);

const NOTHING_NEW: ReadonlySet<string | null> = new Set([
  'unchanged',
  'not_modified',
  'nothing_new',
]);

export const land = verb('land', async (tx, { from, to, reason = null, rows, holds }: Landing) => {
  const landed: number[] = [];
  for (const { id, set, waitMs = 0 } of rows.toSorted((a, b) => a.id - b.id)) {
    const flight = await stood(tx, id, from);
    if (!flight) continue;
    tx.put('flight', id, null);
    await tx.lock('address', id);
    const address = addressOf(tx, id);
    if (!address) continue;
    const gone = { ...flight, ...learnt(set) };
    const isVain = to === 'dropped' || NOTHING_NEW.has(reason);
    const vain = isVain ? Math.min(address.vain + 1, 1_000) : 0;
    const isOther = gone.captureId !== null && gone.captureId !== (address.captureId ?? 0);
    const lasting = holds
      ? {
          articleId: gone.articleId ?? address.articleId,
          etag: isOther ? gone.etag : address.etag,
          lastModified: isOther ? gone.lastModified : address.lastModified,
        }
      : {};
    write(tx, {
      ...address,
      state: to,
      reason,
      updatedAt: tx.now,
      publisherId: gone.publisherId,
      vain,
      againAt: lookAfter({ to, vain, address, gone, waitMs, now: tx.now }),
      againLane: gone.lane,
      captureId: gone.captureId ?? address.captureId,
      ...lasting,
    });
    step(tx, id, to, reason);
    landed.push(id);
  }
  return landed;
});

function standing(address: AddressRow, flight: FlightRow): InFlight {
  return {
    addressId: address.id,
    address: address.address,
    host: address.host,
    kind: address.kind,
    lane: flight.lane,
    publisherId: flight.publisherId,
    articleId: address.articleId,
    captureId: flight.captureId,
    guidKey: bytes(address.guidKey),
    foundIn: address.foundIn,
    entry: address.entry,
    waits: flight.waits,
    rescues: flight.rescues,
    vain: address.vain,
    isReread: address.captureId !== null && address.captureId === flight.captureId,
    etag: flight.whole ? null : address.etag,
    lastModified: flight.whole ? null : address.lastModified,
  };
}

const bytes = (hex: string | null) => (hex === null ? null : Buffer.from(hex, 'hex'));

export const inFlightOf = verb('inFlightOf', (tx, ids: readonly number[], state: string) => {
  const found = new Map<number, InFlight & { more: null }>();
  for (const id of ids) {
    const flight = flightOf(tx, id);
    const address = addressOf(tx, id);
    if (flight?.state === state && address)
      found.set(id, { ...standing(address, flight), more: null });
  }
  return found;
});

export const lockInFlight = verb(
  'lockInFlight',
  async (tx, ids: readonly number[], state: string) => {
    const found = new Map<number, InFlight & { feed: object | null }>();
    for (const id of [...new Set(ids)].sort(inOrder)) {
      if (!flightOf(tx, id)) continue;
      await tx.lock('flight', id);
      const flight = flightOf(tx, id);
      const address = addressOf(tx, id);
      if (flight?.state !== state || !address) continue;
      const feed = address.kind === 'feed' ? feedFacts(tx, id) : null;
      found.set(id, { ...standing(address, flight), feed });
    }
    return found;
  },
);

export const noteSentAway = verb('noteSentAway', async (tx, addressId: number, state: string) => {
  const row = await stood(tx, addressId, [state]);
  if (row) fly(tx, { ...row, waits: row.waits + 1, movedAt: tx.now });
});

export const takeWaiting = verb('takeWaiting', (tx, room: WaitingRoom): Released[] => {
  const { window, hosts, lanes, paused, aheadMs, from, to } = room;
  const soon = tx.now + aheadMs;
  const flights = tx.all<FlightRow>('flight');
  const due = flights
    .filter((it) => it.dueAt !== null && (hosts === undefined || hosts.includes(it.host)))
    .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || a.addressId - b.addressId);
  const released: Released[] = [];
  for (const lane of lanes) {
    for (const host of new Set(due.map((it) => it.host))) {
      const here = due.filter(
        (it) => it.host === host && it.lane === lane && (it.dueAt ?? 0) <= soon,
      );
      // As the statement saw them at its beginning: what it lets in itself is not counted.
      const inWindow = flights.filter(
        (it) => it.dueAt === null && it.host === host && it.lane <= lane && it.state === to,
      ).length;
      let places = window - inWindow;
      for (const { addressId, publisherId } of here) {
        if (places <= 0) break;
        if (paused.includes(publisherId) || !tx.tryLock('flight', addressId)) continue;
        const row = flightOf(tx, addressId);
        if (row?.dueAt === null || row?.dueAt === undefined) continue;
        places -= 1;
        if (row.state !== from) continue;
        const movedAt = Math.max(tx.now, row.dueAt);
        fly(tx, { ...row, state: to, reason: null, dueAt: null, movedAt });
        step(tx, addressId, to, null);
        released.push({
          id: addressId,
          host,
          lane,
          delayMs: Math.max(0, Math.round(row.dueAt - tx.now)),
        });
      }
    }
  }
  return released;
});

export const takeAgain = verb('takeAgain', (tx, limit: number): { id: number; lane: Lane }[] => {
  const due = tx
    .all<AddressRow>('address')
    .filter((it) => it.againAt !== null && it.againAt <= tx.now)
    .sort((a, b) => (a.againAt ?? 0) - (b.againAt ?? 0));
  const taken: { id: number; lane: Lane }[] = [];
  for (const { id } of due) {
    if (taken.length === limit) break;
    if (!tx.tryLock('address', id)) continue;
    const row = addressOf(tx, id);
    if (!row) continue;
    write(tx, { ...row, againAt: null });
    taken.push({ id, lane: row.againLane ?? 1 });
  }
  return taken;
});

const restingNow = verb(
  'resting',
  (
    tx,
    { states, graceMs, limit }: { states: readonly string[]; graceMs: number; limit: number },
  ): Resting[] =>
    tx
      .all<FlightRow>('flight')
      .filter(
        (it) => it.dueAt === null && states.includes(it.state) && it.movedAt < tx.now - graceMs,
      )
      .sort((a, b) => a.movedAt - b.movedAt || a.addressId - b.addressId)
      .slice(0, limit)
      .map(({ addressId: id, host, lane, state, rescues }) => ({ id, host, lane, state, rescues })),
);

export async function* resting(...args: Parameters<typeof restingNow>): AsyncGenerator<Resting[]> {
  const rows = await restingNow(...args);
  if (rows.length > 0) yield rows;
}

export const readKnown = verb(
  'readKnown',
  (tx, keys: readonly string[], revisitAfterMs: number) => {
    const known = new Map<string, object>();
    for (const key of keys) {
      const id = tx.get<{ id: number }>('address key', key)?.id;
      const row = id === undefined ? undefined : addressOf(tx, id);
      if (!row) continue;
      const { kind, state, reason, entryHash, foundIn, vain } = row;
      const restedFor = (times: number) => row.updatedAt <= tx.now - revisitAfterMs * times;
      known.set(key, {
        id,
        kind,
        state,
        reason,
        entryHash,
        foundIn,
        vain,
        isUnlisted: row.unlistedAt !== null,
        isPlanned: row.againAt !== null,
        isRested: restedFor(1),
        isWorthIt: restedFor(2 ** Math.min(vain, 10)),
      });
    }
    return known;
  },
);

export const copiesOf = verb('copiesOf', (tx, articleIds: readonly number[]) =>
  tx
    .all<AddressRow>('address')
    .filter((it) => it.reason === 'copy' && articleIds.includes(it.articleId ?? 0))
    .map(({ address, guidKey, entryHash }) => ({
      address,
      guidKey: guidKey === null ? null : Buffer.from(guidKey, 'hex'),
      entryHash: entryHash === null ? null : Buffer.from(entryHash, 'hex'),
    })),
);

interface Saying {
  readonly id: number;
  readonly sighting: Pick<NewAddress, 'entry' | 'entryHash' | 'guidKey'>;
}

const said = ({ sighting: { entry, entryHash } }: Saying) => ({
  entry: entry ?? null,
  entryHash: entryHash?.toString('hex') ?? null,
});

export const noteEntries = verb('noteEntries', async (tx, sayings: readonly Saying[]) => {
  for (const it of sayings) {
    await tx.lock('address', it.id);
    const row = addressOf(tx, it.id);
    if (row) write(tx, { ...row, ...said(it) });
  }
});

export const adoptEntries = verb(
  'adoptEntries',
  async (
    tx,
    sayings: readonly Saying[],
    { publisherId, foundIn }: { readonly publisherId: number; readonly foundIn: number },
  ) => {
    for (const it of sayings) {
      await tx.lock('address', it.id);
      const row = addressOf(tx, it.id);
      if (!row) continue;
      write(tx, {
        ...row,
        ...said(it),
        foundIn,
        unlistedAt: null,
        guidKey: it.sighting.guidKey?.toString('hex') ?? row.guidKey,
        publisherId: row.publisherId === 0 ? publisherId : row.publisherId,
      });
    }
  },
);

export const unlist = verb(
  'unlist',
  async (tx, foundIn: number, listed: ReadonlyMap<string, unknown>) => {
    const planned = tx
      .all<AddressRow>('address')
      .filter((it) => it.foundIn === foundIn && it.againAt !== null && it.unlistedAt === null);
    for (const { id, key } of planned) {
      if (listed.has(key)) continue;
      await tx.lock('address', id);
      const row = addressOf(tx, id);
      if (!row) continue;
      const againAt = row.kind === 'sitemap' ? null : row.againAt;
      write(tx, { ...row, unlistedAt: tx.now, againAt });
    }
  },
);

type By =
  | { readonly keys: readonly Buffer[] }
  | { readonly ids: readonly number[] }
  | { readonly articleId: number };

export const findAddresses = verb('findAddresses', (tx, by: By): FoundAddress[] => {
  const rows = tx.all<AddressRow>('address').filter((it) => {
    if ('ids' in by) return by.ids.includes(it.id);
    if ('articleId' in by) return it.articleId === by.articleId;
    return by.keys.some((key) => key.toString('hex') === it.key);
  });
  return rows
    .sort((a, b) => a.id - b.id)
    .map((row) => {
      const flight = flightOf(tx, row.id);
      const { id, address, host, kind, foundIn, vain, entry } = row;
      const date = (at: number | null | undefined) => (at == null ? null : new Date(at));
      return {
        id,
        key: Buffer.from(row.key, 'hex'),
        address,
        host,
        kind,
        foundIn,
        vain,
        entry,
        state: flight?.state ?? row.state ?? '',
        reason: flight ? flight.reason : row.reason,
        publisherId: flight?.publisherId ?? row.publisherId,
        articleId: flight?.articleId ?? row.articleId,
        captureId: flight?.captureId ?? row.captureId,
        dueAt: date(flight?.dueAt),
        againAt: date(row.againAt),
        waits: flight?.waits ?? 0,
        rescues: flight?.rescues ?? 0,
        createdAt: new Date(row.createdAt),
        updatedAt: new Date(flight?.movedAt ?? row.updatedAt),
      };
    });
});

export const forgetArticles = verb('forgetArticles', async (tx, articleIds: readonly number[]) => {
  for (const { addressId, articleId } of tx.all<FlightRow>('flight')) {
    if (articleId === null || !articleIds.includes(articleId)) continue;
    await tx.lock('flight', addressId);
    const row = flightOf(tx, addressId);
    if (row) fly(tx, { ...row, articleId: null });
  }
  const forgetful: { id: number; hasBody: boolean }[] = [];
  for (const { id, articleId } of tx.all<AddressRow>('address')) {
    if (articleId === null || !articleIds.includes(articleId)) continue;
    await tx.lock('address', id);
    const row = addressOf(tx, id);
    if (!row) continue;
    write(tx, { ...row, articleId: null });
    forgetful.push({ id, hasBody: row.captureId !== null });
  }
  return forgetful;
});
