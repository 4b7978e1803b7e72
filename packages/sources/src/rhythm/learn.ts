import {
  at,
  BUSY_HOURS,
  BY_DAY,
  BY_HOUR,
  DAY_HOURS,
  dayOf,
  dayShare,
  ENTRIES,
  HOUR_HOURS,
  HOUR_MS,
  HOURS,
  hourEnd,
  hourOf,
  hourShare,
  LATELY,
  LATELY_DUE,
  LEVEL_HOURS,
  levelOf,
  MISSING,
  QUIET,
  type Rhythm,
  SPELLS,
  TIGHT,
} from './rhythm.ts';

/** What a good poll showed of the time since the good poll before. Instants are epoch ms. */
export interface Seen {
  readonly from: number;
  readonly to: number;
  /** Entries that were not known. */
  readonly added: number;
  /** Entries in the document; null where the server said that nothing changed. */
  readonly shown: number | null;
  /** When an entry was last new. */
  readonly lastEntryAt: number | null;
}

const WEEK_MS = 168 * HOUR_MS;
/** More at once are a flood, a new archive, not a rhythm. */
const MOST_ENTRIES = 1_000;
const TIGHTEST = 6;
const LOOSENS = 0.01;
const QUIET_HOURS = 500;

/** The poll showed nothing of the one before: what came between them may have been missed. */
export function isOverflow({ added, shown }: Pick<Seen, 'added' | 'shown'>): boolean {
  return shown !== null && shown > 0 && added >= shown;
}

/** What is known after one more good poll. The time is dealt out to hours, entries as they were to be expected. */
export function learn(rhythm: Rhythm, seen: Seen): number[] {
  const next = [...rhythm];
  const { to } = seen;
  const from = Math.max(seen.from, to - WEEK_MS);
  if (!(to > from)) return next;
  const added = Math.min(seen.added, MOST_ENTRIES);
  const level = levelOf(rhythm);
  const pieces = piecesOf(rhythm, from, to);
  let due = 0;
  for (const piece of pieces) due += piece.hours * piece.byHour * piece.byDay;
  for (const { hour, day, hours, byHour, byDay } of pieces) {
    const entries = (added * hours * byHour * byDay) / due;
    count(next, BY_HOUR + hour, 24, hours / HOUR_HOURS, entries, level * byDay * hours);
    count(next, BY_DAY + day, 7, hours / DAY_HOURS, entries, level * byHour * hours);
  }
  const hours = (to - from) / HOUR_MS;
  count(next, ENTRIES, HOURS - ENTRIES, hours / LEVEL_HOURS, added, due);
  count(next, LATELY, LATELY_DUE - LATELY, hours / BUSY_HOURS, added, level * due);
  const missing = at(rhythm, MISSING) + level * due;
  next[SPELLS] = at(rhythm, SPELLS) * Math.exp(-hours / LEVEL_HOURS);
  if (added > 0 && missing >= 1) next[SPELLS] = at(next, SPELLS) + 1;
  next[MISSING] = added > 0 ? 0 : missing;
  next[QUIET] = at(rhythm, QUIET) * Math.exp(-hours / QUIET_HOURS);
  if (added > 0 && seen.lastEntryAt !== null) {
    next[QUIET] = Math.max(at(next, QUIET), (to - seen.lastEntryAt) / HOUR_MS);
  }
  next[TIGHT] = tightness(at(rhythm, TIGHT), seen);
  return next;
}

function tightness(tight: number, { added, shown }: Seen): number {
  if (isOverflow({ added, shown })) return Math.min(tight + 1, TIGHTEST);
  if (shown !== null && added > shown / 2) return Math.min(tight + 0.25, TIGHTEST);
  return Math.max(0, tight - LOOSENS);
}

/** Lets what is known fade, and adds what came and what was to come. */
function count(
  rhythm: number[],
  place: number,
  apart: number,
  age: number,
  came: number,
  due: number,
): void {
  const stays = Math.exp(-age);
  rhythm[place] = at(rhythm, place) * stays + came;
  rhythm[place + apart] = at(rhythm, place + apart) * stays + due;
}

function piecesOf(rhythm: Rhythm, from: number, to: number) {
  const pieces = [];
  for (let start = from; start < to; ) {
    const end = Math.min(hourEnd(start), to);
    const [hour, day] = [hourOf(start), dayOf(start)];
    const [byHour, byDay] = [hourShare(rhythm, hour), dayShare(rhythm, day)];
    pieces.push({ hour, day, hours: (end - start) / HOUR_MS, byHour, byDay });
    start = end;
  }
  return pieces;
}
