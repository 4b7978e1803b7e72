import { NODE, TAG, type Tree, UnitBuffer } from '@nashra/html';
import { foldSpaces, SPACE } from './fold-spaces.ts';
import { holderOf, isSilent } from './node-text.ts';

/** A short line of text shown near the headline. */
export interface NearbyLine {
  readonly text: string;
  /** Lines between it and the headline; negative before it. */
  readonly distance: number;
  /** The text it begins with. */
  readonly node: number;
}

const LINES_BEFORE = 10;
const LINES_AFTER = 30;
const MAX_NODES = 400;
const MAX_CHARS = 200;
/** A mark in an element of its own between two that say something. */
const PARTING = /^[·•|/,–—-]$/u;
/** What is noted of a line: where it begins and ends among the units, and its first text. */
const FIELDS = 3;
/** The units of the lines that were read, one after the other: most lines need no string. */
const units = new UnitBuffer();

/**
 * The lines a reader sees around the headline, where bylines and dates stand: short ones only,
 * nearest first. Above it menus and their boxes are passed over. Long paragraphs count as distance, for the body begins with them.
 */
export function nearbyLines(
  tree: Tree,
  headline: number,
  asides: ReadonlySet<number>,
  strangers: ReadonlySet<number>,
): NearbyLine[] {
  if (headline < 0) return [];
  const lines: NearbyLine[] = [];
  const end = tree.end[headline] as number;
  const after = collect(tree, strangers, end, LINES_AFTER, Math.min(tree.size, end + MAX_NODES));
  for (let at = 0; at < after.length; at += FIELDS) add(lines, after, at, at / FIELDS + 1);
  const from = Math.max(1, headline - MAX_NODES);
  const before = collect(tree, asides, from, Number.POSITIVE_INFINITY, headline);
  const first = Math.max(0, before.length - FIELDS * LINES_BEFORE);
  for (let at = first; at < before.length; at += FIELDS) {
    add(lines, before, at, (at - before.length) / FIELDS);
  }
  return lines.sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
}

/** Adds the line whose range stands at a place, unless it is a paragraph, which only counts. */
function add(lines: NearbyLine[], ranges: readonly number[], at: number, distance: number): void {
  const from = ranges[at] as number;
  const to = ranges[at + 1] as number;
  const node = ranges[at + 2] as number;
  if (to - from <= MAX_CHARS) lines.push({ text: units.slice(from, to), distance, node });
}

/** FIELDS of the lines of some nodes. */
function collect(
  tree: Tree,
  asides: ReadonlySet<number>,
  from: number,
  limit: number,
  stop: number,
): number[] {
  const ranges: number[] = [];
  units.clear();
  let start = 0;
  let block = -1;
  let first = -1;
  for (let node = from; node < stop && ranges.length < FIELDS * limit; node++) {
    if (tree.kind[node] === NODE.element) {
      const tag = tree.tag[node] as number;
      const end = tree.end[node] as number;
      if (isSilent(tag) || (end <= stop && asides.has(node))) node = end - 1;
      else if (tag === TAG.br) start = close(ranges, start, first);
      continue;
    }
    if (tree.kind[node] !== NODE.text) continue;
    const holder = holderOf(tree, node);
    if (holder !== block) start = close(ranges, start, first);
    block = holder;
    if (units.length - start > MAX_CHARS) continue;
    if (units.length > start) units.push(SPACE);
    else first = node;
    if (!tree.isBlank(node)) tree.appendText(node, units);
  }
  if (ranges.length < FIELDS * limit) close(ranges, start, first);
  return ranges;
}

/** Ends a line; answers where the next one begins. */
function close(ranges: number[], start: number, first: number): number {
  let end = foldSpaces(units, start);
  if (end === start + 1 && PARTING.test(units.slice(start, end))) end = start;
  if (end > start) ranges.push(start, end, first);
  units.length = end;
  return end;
}
