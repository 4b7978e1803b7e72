import type { Dice } from '../schedule/dice.ts';
import type { Event, Fate, Kind } from './month.ts';

/** The day on which something is going on, of a month of guarding; a Wednesday. */
const DAY = 30;
export const DAYS = 37;

/** Pages of the house's own template with other texts: what an event brings. */
function other(kinds: readonly Kind[], changes: Partial<Kind> & { readonly film?: number }): Kind {
  const usual = kinds[0] as Kind;
  const { film = usual.shares.film, ...rest } = changes;
  return { ...usual, ...rest, shares: { ...usual.shares, ...rest.shares, film } };
}

const on =
  (event: Event, days = 1) =>
  (day: number): Event | null =>
    day >= DAY && day < DAY + days ? event : null;

const either = <It>(dice: Dice, a: It, b: It): It => (dice() < 0.5 ? a : b);

/** What happens in the press while no site changes; `rest` are days of a kind that were not looked at while rules were made. */
export const EVENTS = {
  /** A player and two sentences, in the section of films or in that of the news. */
  'films only': (kinds, dice) => {
    const section = either(dice, 'video', (kinds[0] as Kind).section);
    const kind = other(kinds, { film: 1, words: 28, spread: 0.35, sureness: 0.8, section });
    return on({ times: 1, kind, share: 1 });
  },
  /** The same where films are no articles, as many houses declare them. */
  'films that are none': (kinds, dice) => {
    const section = either(dice, 'video', (kinds[0] as Kind).section);
    const { shares } = kinds[0] as Kind;
    const kind = other(kinds, {
      ...{ film: 1, words: 20, spread: 0.4, section },
      shares: { ...shares, isArticle: 0.05 },
    });
    return on({ times: 1, kind, share: 1 });
  },
  /** A section of briefs opens and stays. */
  'a section of briefs': (kinds, dice) => {
    const kind = other(kinds, { words: 40 + 40 * dice(), spread: 0.3, section: 'en-bref' });
    return on({ times: 1.5, kind, share: 0.5 }, DAYS);
  },
  /** Results by the hundred, in a section of their own or in that of politics. */
  election: (kinds, dice) => {
    const section = either(dice, 'elections-2026', (kinds[0] as Kind).section);
    const kind = other(kinds, { words: 50 + 30 * dice(), spread: 0.25, section });
    return on({ times: 10, kind, share: 0.9 });
  },
  /** Not looked at: an evening of one-line news of a war, three times as many as usual. */
  'rest: flashes': (kinds, dice) => {
    const kind = other(kinds, { words: 30 + 30 * dice(), spread: 0.35 });
    return on({ times: 3, kind, share: 0.8 });
  },
  /** Not looked at: a tournament, three weeks of goals on film and of short scores among the usual. */
  'rest: tournament': (kinds, dice) => {
    const kind = other(kinds, {
      ...{ film: 0.7, words: 35, spread: 0.4 },
      section: either(dice, 'mondial', 'sport'),
    });
    return on({ times: 2, kind, share: 0.6 }, DAYS);
  },
} as const satisfies Readonly<Record<string, Fate>>;

export type EventName = keyof typeof EVENTS;
