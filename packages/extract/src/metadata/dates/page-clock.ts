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
 * headline, in the page's own header, or with a word that says so before it. An article's own day may be today's too, but stands beside it.
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
  if (isInBanner(tree, node)) return true;
  let links = 0;
  for (let at = node; at < headline; at++) {
    if (tree.tag[at] === TAG.nav) return true;
    if (tree.tag[at] === TAG.a) links++;
  }
  return links >= MENU;
}

/** Whether a node lies in a header of the page, and not of an article. */
function isInBanner(tree: Tree, node: number): boolean {
  let isIn = false;
  for (let up = tree.parent[node] as number; up > 0; up = tree.parent[up] as number) {
    if (tree.tag[up] === TAG.header) isIn = true;
    if (tree.tag[up] === TAG.article || tree.tag[up] === TAG.main) return false;
  }
  return isIn;
}
