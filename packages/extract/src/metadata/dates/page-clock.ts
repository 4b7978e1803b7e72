import { TAG, type Tree } from '@nashra/html';
import { nodeText } from '../node-text.ts';
import { DAY_MS } from './claims.ts';
import type { DateReading } from './date-reader.ts';

/** Links of a menu that lie between the page's clock and the headline. */
const MENU = 3;
/** Zones and the minutes between showing and reading. */
const TODAY = 1.5 * DAY_MS;
const SAYS_TODAY = /^\P{L}*(?:aujourd.hui|today|heute|hoy|oggi|اليوم)(?!\p{L})/iu;
const OPENING = 40;

/** Whether a date is the day of reading. */
export const isOfDay = (date: DateReading | null, now: Date | undefined): boolean =>
  date !== null && now !== undefined && Math.abs(date.local - now.getTime()) <= TODAY;

/**
 * True for the day that a page shows in its frame as today's: the day it was read, with a menu between it and the
 * headline, or a word that says so before it. An article's own day may be today's too, but stands beside it.
 */
export function isClock(
  tree: Tree,
  node: number,
  headline: number,
  date: DateReading,
  now: Date | undefined,
): boolean {
  if (node >= headline || date.precision === 'second' || !isOfDay(date, now)) return false;
  if (SAYS_TODAY.test(nodeText(tree, node, OPENING))) return true;
  let links = 0;
  for (let at = node; at < headline; at++) {
    if (tree.tag[at] === TAG.nav) return true;
    if (tree.tag[at] === TAG.a) links++;
  }
  return links >= MENU;
}
