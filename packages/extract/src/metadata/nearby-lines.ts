import { NODE, TAG, type Tree, UnitBuffer } from '@nashra/html';
import { foldSpaces, SPACE } from './fold-spaces.ts';
import { isInline, isSilent } from './node-text.ts';

/** A short line of text shown near the headline. */
export interface NearbyLine {
  readonly text: string;
  /** Lines between it and the headline; negative before it. */
  readonly distance: number;
}

const LINES_BEFORE = 10;
const LINES_AFTER = 30;
const MAX_NODES = 400;
const MAX_CHARS = 200;
const NO_BOXES: ReadonlySet<number> = new Set();
/** Stands for a line that only counts. */
const TOO_LONG = '';

/** The units of the line being read: most texts are white space between tags, and need no string. */
const line = new UnitBuffer();

/**
 * The lines a reader sees around the headline, where bylines and dates stand: short ones only,
 * nearest first. Above it menus and their boxes are passed over. Long paragraphs count as distance, for the body begins with them.
 */
export function nearbyLines(
  tree: Tree,
  headline: number,
  asides: ReadonlySet<number>,
): NearbyLine[] {
  if (headline < 0) return [];
  const after = collect(tree, NO_BOXES, tree.end[headline] as number, LINES_AFTER);
  const from = Math.max(1, headline - MAX_NODES);
  const before = collect(tree, asides, from, Number.POSITIVE_INFINITY, headline).slice(
    -LINES_BEFORE,
  );
  return [
    ...after.map((text, index) => ({ text, distance: index + 1 })),
    ...before.map((text, index) => ({ text, distance: index - before.length })),
  ]
    .filter(({ text }) => text !== TOO_LONG)
    .sort((a, b) => Math.abs(a.distance) - Math.abs(b.distance));
}

function collect(
  tree: Tree,
  asides: ReadonlySet<number>,
  from: number,
  limit: number,
  stop = Math.min(tree.size, from + MAX_NODES),
): string[] {
  const lines: string[] = [];
  let block = -1;
  line.clear();
  const flush = (): void => {
    const length = foldSpaces(line);
    if (length > 0) lines.push(length > MAX_CHARS ? TOO_LONG : line.slice(0, length));
    line.clear();
  };
  for (let i = from; i < stop && lines.length < limit; i++) {
    if (tree.kind[i] === NODE.element) {
      const tag = tree.tag[i] as number;
      const isBox = asides.has(i) && (tree.end[i] as number) <= stop;
      if (isBox || isSilent(tag)) i = (tree.end[i] as number) - 1;
      else if (tag === TAG.br) flush();
      continue;
    }
    if (tree.kind[i] !== NODE.text) continue;
    const holder = blockOf(tree, i);
    if (holder !== block) flush();
    block = holder;
    if (line.length > MAX_CHARS) continue;
    if (line.length > 0) line.push(SPACE);
    if (!tree.isBlank(i)) tree.appendText(i, line);
  }
  flush();
  return lines;
}

function blockOf(tree: Tree, text: number): number {
  let node = tree.parent[text] as number;
  while (node > 0 && isInline(tree.tag[node] as number)) node = tree.parent[node] as number;
  return node;
}
