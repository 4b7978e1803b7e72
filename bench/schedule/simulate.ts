import { openDice } from './dice.ts';
import { playLearned } from './learned.ts';
import { type Row, rowOf } from './measure.ts';
import { fixed, inverse, optimum, playWith } from './others.ts';
import { anew, DAY, makeWorld, withCascades, withSignals } from './world.ts';

export interface Setting {
  readonly sources: number;
  readonly weeks: number;
  /** Weeks that are played and not counted. */
  readonly skip: number;
  readonly intervalMs: number;
  readonly seed?: number;
}

export type Name = 'fixed' | '1/rate' | 'nextPoll' | 'signals' | 'optimum';

/** Plays a world by the product's way, without hubs and with them (`signals`), and by others with as many requests. `budget` is the requests that the interval stands for. */
export function simulate({ sources, weeks, skip, intervalMs, seed = 1 }: Setting): {
  readonly rows: Readonly<Record<Name, Row>>;
  readonly budget: number;
  readonly falseAlarms: number;
  readonly falseAlarmsWithSignals: number;
  readonly silences: readonly number[];
} {
  const world = makeWorld(sources, weeks, seed);
  const from = world.start + skip * 7 * DAY;
  const learned = playLearned(world, intervalMs, from, openDice(seed));
  const signalled = withSignals(world, seed);
  // Sitemaps are polled too: all together are asked as often as the sources alone were.
  const more = signalled.groups.flat().length / sources;
  const told = playLearned(anew(signalled), intervalMs * more, from, openDice(seed));
  const others = (way: typeof fixed) =>
    rowOf(playWith(way, world, learned.requests, { intervalMs, from }));
  return {
    falseAlarms: learned.falseAlarms,
    falseAlarmsWithSignals: told.falseAlarms,
    silences: learned.silences,
    budget: Math.round(((world.end - from) / intervalMs) * sources),
    rows: {
      fixed: others(fixed),
      '1/rate': others(inverse),
      nextPoll: rowOf(learned),
      signals: rowOf(told),
      optimum: others(optimum),
    },
  };
}

/** Plays a world of beats by the product's way, without heed of what others tell and, with as many requests, with it. */
export function simulateCascades({ sources, weeks, skip, intervalMs, seed = 1 }: Setting): {
  readonly alone: Row;
  readonly heeding: Row;
} {
  const world = withCascades(makeWorld(sources, weeks, seed), seed);
  const from = world.start + skip * 7 * DAY;
  const way = (heeds: boolean, ms: number) =>
    rowOf(playLearned(anew(world), ms, from, openDice(seed), heeds));
  const alone = way(false, intervalMs);
  let scale = 1;
  let heeding = way(true, intervalMs);
  for (let round = 0; round < 3; round += 1) {
    const ratio = heeding.requests / alone.requests;
    if (Math.abs(ratio - 1) < 0.002) break;
    scale *= ratio;
    heeding = way(true, intervalMs * scale);
  }
  return { alone, heeding };
}
