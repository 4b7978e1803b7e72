import {
  learn,
  NO_WISHES,
  newRhythm,
  nextPoll,
  paceOf,
  pullOf,
  strangeFrom,
} from '@nashra/sources';
import type { Dice } from './dice.ts';
import { type Measured, nothing } from './measure.ts';
import { type Found, newPlayer, play } from './play.ts';
import { DAY, HOUR, type Source, type World } from './world.ts';

/** The product's own way: what polls teach, kept as in its database, and its own `nextPoll`. */
export function playLearned(
  { sources, start, end }: World,
  intervalMs: number,
  from: number,
  dice: Dice,
): Measured {
  const measured = nothing();
  let pace: number | null = null;
  const feeds = sources.map((source) => {
    const player = newPlayer(source, start + dice() * intervalMs);
    const shown = Math.min(player.seen, source.window);
    const oldest = source.entries[player.seen - shown] ?? player.due;
    return {
      player,
      shown,
      rhythm: newRhythm(shown > 0 ? { entries: shown, spanMs: player.due - oldest } : undefined),
      lastGood: player.due,
      lastEntryAt: null as number | null,
      strangeFrom: Number.POSITIVE_INFINITY,
    };
  });
  for (let day = start; day < end; day += DAY) {
    pace = paceOf(feeds.map(({ rhythm }) => ({ pull: pullOf(rhythm), polls: HOUR / intervalMs })));
    for (const feed of feeds) {
      const next = ({ at, ok, added, shown, failures }: Found): number => {
        const facts = { ...NO_WISHES, intervalMs, pace, polledAt: at };
        if (!ok) {
          const failure = { reason: 'connect', inARow: failures, waitMs: 0 } as const;
          return nextPoll({ ...facts, shown: feed.shown, rhythm: feed.rhythm, failure }, at, dice)
            .at;
        }
        const { lastGood, lastEntryAt } = feed;
        feed.rhythm = learn(feed.rhythm, { from: lastGood, to: at, added, shown, lastEntryAt });
        feed.lastGood = at;
        if (at > feed.strangeFrom && added === 0) {
          feed.strangeFrom = Number.POSITIVE_INFINITY;
          if (at >= from) alarm(measured, feed.player.source, at, lastEntryAt ?? at);
        }
        if (added > 0) {
          feed.lastEntryAt = at;
          feed.strangeFrom = strangeFrom(feed.rhythm, at);
        }
        feed.shown = shown;
        return nextPoll({ ...facts, shown, rhythm: feed.rhythm }, at, dice).at;
      };
      play(feed.player, Math.min(day + DAY, end), next, measured, from);
    }
  }
  return measured;
}

/** A silence that was told is a false alarm where something is still to come. */
function alarm(measured: Measured, source: Source, at: number, since: number): void {
  const { entries } = source;
  const next = entries.find((published) => published > at);
  if (next === undefined) measured.silences.push((at - since) / HOUR);
  else measured.falseAlarms += 1;
}
