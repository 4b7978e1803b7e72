import { troublesOfQueue } from '@nashra/pipeline';
import { expect, it } from 'vitest';
import { concernsOf } from '../state/concerns.ts';
import { alarmsOf } from './alarms-of.ts';

const WEEK_S = 7 * 24 * 3_600;
/** Of `keepWatch`, with what the state may be old. */
const LOOK_S = 12;
const PULSE = { lastHour: 0, usual: 0, perHour: [], lag: null };
const NOTHING = { brakes: [], runs: [], guards: [], sources: [], oldest: {}, quarantined: 0 };

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How jobs come to a queue and how long they take, in seconds. */
interface Kind {
  readonly workers: number;
  /** Jobs in a second of an hour of the week. */
  readonly rate: (hour: number) => number;
  readonly takes: (next: number) => number;
  /** Hour in which a backlog falls upon it, and of how many. */
  readonly flood?: readonly [hour: number, jobs: number];
}

const byDay = (hour: number) => (hour % 24 < 6 ? 0.002 : hour % 24 < 9 ? 0.4 : 0.15);
const KINDS: Readonly<Record<string, Kind>> = {
  // Hosts that take half a minute to answer, among such as answer at once.
  fetch: { workers: 8, rate: byDay, takes: (n) => (n < 0.05 ? 35 : 1), flood: [50, 20_000] },
  parse: { workers: 1, rate: byDay, takes: (n) => (n < 0.001 ? 15 : 0), flood: [51, 30_000] },
  // A quiet night of hours, then one job.
  index: { workers: 1, rate: (hour) => (hour % 24 < 5 ? 0 : 0.05), takes: () => 2 },
};

/** Plays a queue second by second; what each look sees is told, in seconds and words. */
function play(kind: Kind, name: string, until: number, stopsAt = Number.POSITIVE_INFINITY) {
  const next = random(7);
  const waiting: number[] = [];
  let head = 0;
  let busy: number[] = [];
  let leftAt: number | null = null;
  const told: { readonly at: number; readonly what: string }[] = [];
  for (let now = 0; now < until; now += 1) {
    const hour = Math.floor(now / 3_600);
    if (next() < kind.rate(hour)) waiting.push(now);
    if (now === (kind.flood?.[0] ?? -1) * 3_600)
      for (let n = 0; n < (kind.flood?.[1] ?? 0); n += 1) waiting.push(now);
    if (now < stopsAt) {
      if (busy.some((end) => end <= now)) leftAt = now;
      busy = busy.filter((end) => end > now);
      while (busy.length < kind.workers && head < waiting.length) {
        head += 1;
        const took = kind.takes(next());
        if (took === 0) leftAt = now;
        else busy.push(now + took);
        if (took === 0) break;
      }
    }
    if (now % LOOK_S !== 0) continue;
    const oldest = waiting[head];
    const flow = {
      paused: false,
      waitsMs: oldest === undefined ? null : (now - oldest) * 1_000,
      leftMs: leftAt === null ? null : (now - leftAt) * 1_000,
    };
    const troubles = troublesOfQueue(name as 'fetch', flow);
    const facts = { ...NOTHING, troubles, groups: [], pulse: PULSE, objective: 1_800 };
    for (const { what } of alarmsOf(concernsOf(facts))) told.push({ at: now, what });
  }
  return told;
}

it.each(Object.entries(KINDS))(
  'of a week of %s nothing is told: slow hosts, quiet nights, backlogs of hours',
  (name, kind) => {
    expect(play(kind, name, WEEK_S)).toEqual([]);
  },
);

it.each(Object.entries(KINDS))('tells of a standstill of %s within two minutes', (name, kind) => {
  const stopsAt = 9.5 * 3_600;
  const [first] = play(kind, name, stopsAt + 600, stopsAt);
  expect(first?.what).toContain('none has left for a minute');
  // From when a job first waits for somebody who is not there: at this hour one comes every seven seconds or twenty.
  expect((first?.at ?? 0) - stopsAt).toBeLessThanOrEqual(120);
});
