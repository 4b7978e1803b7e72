import type { AddressRow, StepRow } from '../model/rows.ts';
import type { Fate, Visit } from '../world/site.ts';
import { instantOf } from '../world/store.ts';
import { CALM } from '../world/troubles.ts';
import type { Audited } from './audited.ts';

/** A stage takes what it was given within this, statements that wait for a disk counted. */
const STAGE_MS = 4_000;
/** A visit that a server makes wait lasts no longer. */
const VISIT_MS = 4_000;
/** What lies between two requests beside the host's own pause. */
const BETWEEN_MS = 1_500;
const HARD: ReadonlySet<Fate> = new Set(['poison', 'unwritable']);
const STAGES: Readonly<Record<string, string>> = {
  waiting: 'scheduler',
  queued: 'fetch',
  fetched: 'parse',
  parsed: 'dedupe',
  decided: 'index',
};

/**
 * Where nothing goes wrong nothing is rescued or tried again, and nobody waits for longer than his host's pace: what heals by itself
 * would hide that it was hurt.
 */
export function speedHolds(audited: Audited): string[] {
  const { world, troubles, late } = audited;
  const { store, web } = world;
  // What cannot be read or written is tried again, and its company with it.
  const isHard = [...web.sites.values()].some(({ pages }) => pages.some((it) => HARD.has(it.fate)));
  if (troubles !== CALM || isHard) return [];
  const addresses = new Map(store.rows<AddressRow>('address').map((it) => [it.id, it]));
  const steps = Map.groupBy(store.rows<StepRow>('journal'), (it) => it.addressId);
  return [...steps].flatMap(([addressId, unsorted]) => {
    const { address, host } = addresses.get(addressId) as AddressRow;
    const way = unsorted.toSorted((a, b) => a.id - b.id);
    const rescued = way.filter(({ reason }) => reason === 'rescued');
    const log = web.sites.get(host)?.log ?? [];
    return [
      ...rescued.map(({ state }) => `${address} is rescued in ${state}`),
      ...way.flatMap((step, at) => {
        const next = way[at + 1];
        const stage = STAGES[step.state];
        // Feeds wait for their time; for a stage that comes late all wait, and for what those do.
        if (!next || stage === undefined || late !== null) return [];
        const [from, until] = [instantOf(step.id), instantOf(next.id)];
        if (stage === 'fetch')
          return idle(audited, log, from, until).map((it) => `${address} ${it}`);
        if (stage === 'scheduler' && step.reason !== null) return [];
        if (until - from <= STAGE_MS) return [];
        return [`${address} waits ${(until - from).toFixed(0)} ms for ${stage}`];
      }),
    ];
  });
}

/** Nobody asks a host for whom somebody waits, longer than its pace has it. */
function idle({ settings }: Audited, log: readonly Visit[], from: number, until: number): string[] {
  const pauseMs = Math.max(settings.intervalMs, 250);
  const most = VISIT_MS + 3 * pauseMs + BETWEEN_MS;
  const moments = log.map((it) => it.startedAt).filter((at) => at > from && at < until);
  const gaps = [from, ...moments.sort((a, b) => a - b)].map(
    (at, place, all) => (all[place + 1] ?? until) - at,
  );
  const longest = Math.max(...gaps);
  return longest > most ? [`waits ${longest.toFixed(0)} ms for a host that nobody asks`] : [];
}
