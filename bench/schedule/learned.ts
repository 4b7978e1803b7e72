import {
  hastenedAt,
  learn,
  NO_WISHES,
  newRhythm,
  nextPoll,
  paceOf,
  pullOf,
  type Rhythm,
  strangeFrom,
  toldBy,
  toldMore,
  trustOf,
} from '@nashra/sources';
import type { Dice } from './dice.ts';
import { type Measured, nothing } from './measure.ts';
import { type Asker, countMissed, type Found, newPlayer, type Player, play } from './play.ts';
import { DAY, HOUR, type Source, type World } from './world.ts';

/**
 * The product's own way: what polls teach, kept as in its database, and its own `nextPoll`. `heeds` says whether what one source tells
 * hastens those that are wont to take it up.
 */
export function playLearned(
  { groups, start, end }: World,
  intervalMs: number,
  from: number,
  dice: Dice,
  heeds = false,
): Measured {
  const measured = nothing();
  let pace: number | null = null;
  const feedOf = (source: Source) => {
    const player = newPlayer(source, start + dice() * intervalMs);
    const shown = Math.min(player.seen, source.window);
    const oldest = source.entries[player.seen - shown] ?? player.due;
    return {
      player,
      shown,
      rhythm: newRhythm(shown > 0 ? { entries: shown, spanMs: player.due - oldest } : undefined),
      lastGood: player.due,
      polledAt: player.due,
      lastEntryAt: null as number | null,
      told: 0,
      strangeFrom: Number.POSITIVE_INFINITY,
    };
  };
  const together = groups.map((group) => group.map(feedOf));
  const feeds = together.flat();
  for (let day = start; day < end; day += DAY) {
    pace = paceOf(
      feeds.map(({ rhythm, told }) => {
        const trust = trustOf(told);
        return { pull: pullOf(rhythm) / trust, polls: HOUR / intervalMs, isTold: trust > 1 };
      }),
    );
    const askerOf = (
      feed: (typeof feeds)[number],
      _: number,
      group: readonly (typeof feeds)[number][],
    ): Asker => {
      const next = ({ at, ok, added, elsewhere, shown, failures }: Found): number => {
        const facts = { ...NO_WISHES, intervalMs, pace, polledAt: at, trust: 1 };
        if (!ok) {
          const failure = { reason: 'connect', inARow: failures, waitMs: 0 } as const;
          return nextPoll({ ...facts, shown: feed.shown, rhythm: feed.rhythm, failure }, at, dice)
            .at;
        }
        const { lastGood, lastEntryAt } = feed;
        feed.rhythm = learn(feed.rhythm, { from: lastGood, to: at, added, shown, lastEntryAt });
        feed.lastGood = at;
        feed.polledAt = at;
        feed.told = toldBy(feed.told, { added, elsewhere });
        if (at > feed.strangeFrom && added + elsewhere === 0) {
          feed.strangeFrom = Number.POSITIVE_INFINITY;
          if (at >= from) alarm(measured, feed.player.source, at, lastEntryAt ?? at);
        }
        if (added + elsewhere > 0) {
          feed.lastEntryAt = at;
          feed.strangeFrom = strangeFrom(feed.rhythm, at);
        }
        feed.shown = shown;
        if (heeds && added > 0) hasten(feed.player.source, added, group, intervalMs, at);
        const trust = trustOf(feed.told);
        return nextPoll({ ...facts, trust, shown, rhythm: feed.rhythm }, at, dice).at;
      };
      const push = (at: number): void => {
        const { lastGood, lastEntryAt } = feed;
        const seen = { from: lastGood, to: at, added: 1, shown: null, lastEntryAt };
        feed.rhythm = learn(feed.rhythm, seen);
        feed.told = toldMore(feed.told, 1);
        [feed.lastGood, feed.lastEntryAt] = [Math.max(at, lastGood), at];
        feed.strangeFrom = strangeFrom(feed.rhythm, at);
        const { rhythm, shown, told, polledAt } = feed;
        const facts = { ...NO_WISHES, intervalMs, pace, polledAt, shown, trust: trustOf(told) };
        const next = nextPoll({ ...facts, rhythm }, at, dice);
        if (next.why === 'window')
          feed.player.due = Math.min(feed.player.due, Math.max(next.at, at));
      };
      return { player: feed.player, next, push };
    };
    for (const group of together)
      play(group.map(askerOf), Math.min(day + DAY, end), measured, from);
  }
  for (const { player } of feeds) countMissed(player, measured, from);
  return measured;
}

/** What a source tells has those asked sooner that are wont to take it up. */
function hasten(
  { takenUp = [] }: Source,
  added: number,
  group: readonly { readonly player: Player; readonly rhythm: Rhythm; readonly polledAt: number }[],
  intervalMs: number,
  at: number,
): void {
  for (const [place, { player, rhythm, polledAt }] of group.entries()) {
    const expected = added * (takenUp[place] ?? 0);
    const facts = { polledAt, plannedAt: player.due, intervalMs, rhythm, expected };
    if (player.failures > 0) continue;
    player.due = hastenedAt(facts, at) ?? player.due;
  }
}

/** A silence that was told is a false alarm where something is still to come. */
function alarm(measured: Measured, source: Source, at: number, since: number): void {
  const { entries } = source;
  const next = entries.find((published) => published > at);
  if (next === undefined) measured.silences.push((at - since) / HOUR);
  else measured.falseAlarms += 1;
}
