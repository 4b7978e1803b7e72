/**
 * What polls have taught of a feed, as numbers of fixed count, which a row of the database keeps:
 *
 * | place | is |
 * |---|---|
 * | 0, 1 | new entries and hours of late, fading over weeks: their ratio is the level |
 * | 2, 3 | new entries and expected ones of the last hours: is this a busy hour? |
 * | 4 | the longest silence that ended by itself, in hours; fades |
 * | 5 | how often the pause was to be halved lest the window overflow |
 * | 6 | spells: new entries after a time in which one was to be expected; fades as 0 does |
 * | 7 | entries that were to be expected since the last new one |
 * | 8–31, 32–55 | by hour of the day (UTC): new entries, and those a flat day would have had |
 * | 56–62, 63–69 | by day of the week, from Sunday: the same |
 */
export type Rhythm = readonly number[];

export const HOUR_MS = 3_600_000;
export const [ENTRIES, HOURS, LATELY, LATELY_DUE, QUIET, TIGHT, SPELLS, MISSING] = [
  0, 1, 2, 3, 4, 5, 6, 7,
] as const;
export const BY_HOUR = 8;
export const BY_DAY = 56;
const NUMBERS = 70;

/** How long the level, a busy spell, an hour's and a day's share are remembered, in hours of their own. */
export const LEVEL_HOURS = 336;
export const BUSY_HOURS = 3;
export const HOUR_HOURS = 42;
export const DAY_HOURS = 200;
/** So many entries weigh as much as the guess that all hours, all days, are alike, and that no spell is busy. */
const HOUR_DOUBT = 3;
const DAY_DOUBT = 10;
const BUSY_DOUBT = 3;
/** Nothing is known of a feed: an entry every other hour, a day of silence; a few polls outweigh it. */
const GUESS = { entries: 0.5, hours: 1, quiet: 24, spells: 0.2 } as const;

/** Of a feed nobody has polled: from what its first document shows, where that has dates. */
export function newRhythm(shown?: { readonly entries: number; readonly spanMs: number }): number[] {
  const rhythm = new Array<number>(NUMBERS).fill(0);
  const hours = Math.max((shown?.spanMs ?? 0) / HOUR_MS, 0.1);
  // A long list is as much evidence as a fortnight's polls, no more.
  const trust = Math.min(1, LEVEL_HOURS / hours);
  rhythm[ENTRIES] = shown ? shown.entries * trust : GUESS.entries;
  rhythm[QUIET] = GUESS.quiet;
  rhythm[SPELLS] = (rhythm[ENTRIES] ?? 0) * GUESS.spells;
  rhythm[HOURS] = shown ? hours * trust : GUESS.hours;
  return rhythm;
}

/** Numbers of an older make, or of none, are begun anew. */
export function isRhythm(numbers: readonly number[] | null | undefined): numbers is Rhythm {
  return numbers?.length === NUMBERS && numbers.every(Number.isFinite);
}

/** New entries an hour of late, whatever the hour. */
export function levelOf(rhythm: Rhythm): number {
  return (at(rhythm, ENTRIES) + 0.05) / (at(rhythm, HOURS) + 0.1);
}

export function hourShare(rhythm: Rhythm, hour: number): number {
  const place = BY_HOUR + hour;
  return (at(rhythm, place) + HOUR_DOUBT) / (at(rhythm, place + 24) + HOUR_DOUBT);
}

export function dayShare(rhythm: Rhythm, day: number): number {
  const place = BY_DAY + day;
  return (at(rhythm, place) + DAY_DOUBT) / (at(rhythm, place + 7) + DAY_DOUBT);
}

/** How many times what is usual came in the last hours. */
export function busyness(rhythm: Rhythm): number {
  return (at(rhythm, LATELY) + BUSY_DOUBT) / (at(rhythm, LATELY_DUE) + BUSY_DOUBT);
}

/** New entries an hour that the learned week expects at an instant (epoch ms). */
export function usualRate(rhythm: Rhythm, instant: number): number {
  return levelOf(rhythm) * hourShare(rhythm, hourOf(instant)) * dayShare(rhythm, dayOf(instant));
}

/** Spells an entry: 0.37 where entries come one by one, less where they come in bursts. */
export function spellShare(rhythm: Rhythm): number {
  return (at(rhythm, SPELLS) + 5 * GUESS.spells) / (at(rhythm, ENTRIES) + 5);
}

/** The mean over the week of the root of the rate: a feed's claim on the budget of requests. */
export function pullOf(rhythm: Rhythm): number {
  let hours = 0;
  let days = 0;
  for (let hour = 0; hour < 24; hour += 1) hours += Math.sqrt(hourShare(rhythm, hour));
  for (let day = 0; day < 7; day += 1) days += Math.sqrt(dayShare(rhythm, day));
  return Math.sqrt(levelOf(rhythm)) * (hours / 24) * (days / 7);
}

export const at = (rhythm: Rhythm, place: number): number => rhythm[place] ?? 0;
export const hourOf = (instant: number): number => Math.floor(instant / HOUR_MS) % 24;
/** The first day of 1970 was a Thursday. */
export const dayOf = (instant: number): number => (Math.floor(instant / (24 * HOUR_MS)) + 4) % 7;
export const hourEnd = (instant: number): number => (Math.floor(instant / HOUR_MS) + 1) * HOUR_MS;
