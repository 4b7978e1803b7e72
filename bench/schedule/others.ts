import { type Measured, nothing } from './measure.ts';
import { countMissed, type Found, newPlayer, play, restAfter } from './play.ts';
import { anew, HOUR, type Source, type World } from './world.ts';

/** A way to schedule that is tuned by one number: twice the number, about half the requests. */
export type Way = (source: Source, world: World, scale: number) => (at: number) => number;

/** Each feed at the same pause. */
export const fixed: Way = (_source, _world, scale) => (at) => at + scale;

/** A pause in proportion to the time between two entries, as many readers have it; between a minute and a day. */
export const inverse: Way = (source, _world, scale) => {
  const perHour = source.rates.reduce((sum, rate) => sum + rate, 0) / source.rates.length;
  const pause = Math.min(Math.max((scale / HOUR / (perHour + 1e-6)) * HOUR, 60_000), 24 * HOUR);
  return (at) => at + pause;
};

/** The optimum: the root of the rate that the world itself has for each hour, without any bound. */
export const optimum: Way = ({ rates }, { start, end }, scale) => {
  return (from) => {
    let left = scale / HOUR;
    for (let at = from; at < end; ) {
      const hour = Math.floor((at - start) / HOUR);
      const until = start + (hour + 1) * HOUR;
      const speed = Math.sqrt(rates[hour] ?? 0);
      const hours = (until - at) / HOUR;
      if (left <= speed * hours) return at + (left / speed) * HOUR;
      left -= speed * hours;
      at = until;
    }
    return end;
  };
};

/** Plays a way, in a world without signals, with as many requests as asked for, as nearly as its number can be tuned. */
export function playWith(
  way: Way,
  world: World,
  requests: number,
  { intervalMs, from }: { readonly intervalMs: number; readonly from: number },
): Measured {
  const span = world.end - from;
  let scale = (span * world.groups.length) / requests;
  let measured = nothing();
  for (let round = 0; round < 4; round += 1) {
    measured = playOnce(way, world, scale, { intervalMs, from });
    const ratio = measured.requests / requests;
    if (Math.abs(ratio - 1) < 0.003) break;
    scale *= ratio;
  }
  return measured;
}

function playOnce(
  way: Way,
  world: World,
  scale: number,
  { intervalMs, from }: { readonly intervalMs: number; readonly from: number },
): Measured {
  const measured = nothing();
  anew(world).groups.forEach(([source], place) => {
    if (!source) return;
    const next = way(source, world, scale);
    // Feeds do not all begin at the same instant.
    const player = newPlayer(source, world.start + ((place * 0.618) % 1) * scale);
    const step = (found: Found) =>
      found.ok ? next(found.at) : restAfter(found, source, intervalMs);
    play([{ player, next: step }], world.end, measured, from);
    countMissed(player, measured, from);
  });
  return measured;
}
