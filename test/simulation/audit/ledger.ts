import { REASONS } from '@nashra/ledger';
import { FINAL_STATES, FLIGHT_STATES, STATES } from '@nashra/pipeline';
import type { AddressRow, FlightRow, StepRow } from '../model/rows.ts';
import type { Audited } from './audited.ts';
import { ENDS, endOf } from './ends.ts';

/** Every address is in flight or has ended in a final state with the reason it should have, and its journal tells the way there. */
export function ledgerHolds(audited: Audited): string[] {
  const { store } = audited.world;
  const flights = new Map(store.rows<FlightRow>('flight').map((it) => [it.addressId, it]));
  const steps = Map.groupBy(store.rows<StepRow>('journal'), (it) => it.addressId);
  return store.rows<AddressRow>('address').flatMap((row) => {
    const { id, address, state, reason } = row;
    const flight = flights.get(id);
    const at = flight?.state ?? state;
    const broken = [
      ...(at === null || !(STATES as readonly string[]).includes(at) ? [`is in ${at}`] : []),
      ...reasonHolds(state, reason, row.kind),
      ...(row.kind === 'feed'
        ? state === 'read'
          ? []
          : [`ended as ${state}`]
        : fateHolds(audited, row)),
      ...journalHolds(steps.get(id) ?? [], at, row.kind),
    ];
    return broken.map((it) => `${address} ${it}`);
  });
}

const UNREASONED: ReadonlySet<string | null> = new Set(['indexed', 'read', null]);

function reasonHolds(state: string | null, reason: string | null, kind: string): string[] {
  if (reason === null) return UNREASONED.has(state) ? [] : [`is ${state} for no reason`];
  if (state === 'indexed') return [`is indexed for ${reason}`];
  if (kind === 'feed' && state === 'read') return [];
  const isKnown = reason in REASONS || /^http_\d{3}$/.test(reason);
  return isKnown ? [] : [`is ${state} for ${reason}, which nobody explains`];
}

/** What a page ends as, once the web is well, where its feed still lists it. */
function fateHolds({ world }: Audited, row: AddressRow): string[] {
  const site = world.web.sites.get(row.host);
  const page = site?.pages.find((it) => site.addressOf(it) === row.address);
  if (!site || !page) return ['was never published'];
  if (!site.listed(world.clock.now).includes(page)) return [];
  const end = endOf(row);
  const ends = ENDS[page.fate];
  return ends.includes(end) ? [] : [`ended as ${end}, not ${ends[0]}`];
}

const ON: Readonly<Record<string, readonly string[]>> = {
  waiting: ['queued', 'quarantined', 'fetched', 'waiting'],
  queued: ['fetched', 'known', 'read', 'dropped', 'quarantined', 'queued'],
  fetched: ['parsed', 'known', 'read', 'dropped', 'quarantined', 'waiting', 'fetched'],
  parsed: ['decided', 'known', 'quarantined', 'parsed'],
  decided: ['indexed', 'quarantined', 'decided', 'parsed'],
};

function journalHolds(steps: readonly StepRow[], at: string | null, kind: string): string[] {
  const way = steps.toSorted((a, b) => a.id - b.id).map((it) => it.state);
  if (kind === 'feed' && way.length === 0) return [];
  const strange = way.flatMap((state, place) => {
    const before = way[place - 1];
    if (before === undefined) return [];
    const isFinal = (FINAL_STATES as readonly string[]).includes(before);
    const on = isFinal
      ? FLIGHT_STATES.filter((it) => it === 'waiting' || it === 'fetched')
      : ON[before];
    return (on as readonly string[] | undefined)?.includes(state)
      ? []
      : [`went from ${before} to ${state}`];
  });
  return way.at(-1) === at
    ? strange
    : [...strange, `is ${at}, and its journal ends in ${way.at(-1)}`];
}
