import { at, HOUR_MS, hourEnd, QUIET, type Rhythm, spellShare, usualRate } from './rhythm.ts';

/** So many spells were to come, and none did. Bursts are a spell each. */
const DUE_SPELLS = 10;
/** Bursts leave long pauses: the longest that ended by itself, so many times. */
const LONGEST_TIMES = 2;
const LONGEST_MS = 28 * 24 * HOUR_MS;

/** When it becomes strange that a feed has shown nothing new since an instant; four weeks later at the latest. */
export function strangeFrom(rhythm: Rhythm, lastEntryAt: number): number {
  const latest = lastEntryAt + LONGEST_MS;
  const share = spellShare(rhythm);
  let due = 0;
  let now = lastEntryAt;
  while (due < DUE_SPELLS && now < latest) {
    const end = hourEnd(now);
    due += (share * usualRate(rhythm, now) * (end - now)) / HOUR_MS;
    now = end;
  }
  const longest = lastEntryAt + LONGEST_TIMES * at(rhythm, QUIET) * HOUR_MS;
  return Math.min(Math.max(now, longest), latest);
}
