import { TAG } from '@nashra/html';
import { cleanText, cutBytes } from '@nashra/text';
import type { Block } from './blocks.ts';
import { lineText, preAround } from './lines.ts';
import type { Marks } from './marks/find-marks.ts';
import { textWithout } from './marks/text-without.ts';
import type { PageFacts } from './page-facts.ts';

/** A cell with a text this long is a part of the page's layout, and its table no table. */
const LONGEST_CELL = 300;

/** What the text of a body is made from. */
interface Source extends Pick<PageFacts, 'tree' | 'blocks' | 'listOf'> {
  readonly marks: Marks;
}

/** Where a block lies in a table of data; null outside of one. */
interface Place {
  readonly table: number;
  readonly row: number;
  readonly cell: number;
}

function placeOf({ tree, blocks, listOf }: Source, index: number): Place | null {
  if ((listOf[index] as number) === 0) return null;
  let cell = 0;
  let row = 0;
  for (let up = (blocks[index] as Block).node; up > 0; up = tree.parent[up] as number) {
    const tag = tree.tag[up];
    if (row === 0 && cell === 0 && (tag === TAG.td || tag === TAG.th)) cell = up;
    else if (row === 0 && tag === TAG.tr) row = up;
    else if (tag === TAG.table) return row > 0 ? { table: up, row, cell } : null;
  }
  return null;
}

/** Tables with cells too long for data. */
function layoutTables(source: Source, kept: Uint8Array): ReadonlySet<number> {
  const layout = new Set<number>();
  for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) {
    if ((source.blocks[index] as Block).chars < LONGEST_CELL) continue;
    const place = placeOf(source, index);
    if (place) layout.add(place.table);
  }
  return layout;
}

/** Where a kept block's text belongs. */
interface Setting {
  /** In a table of data. */
  readonly place: Place | null;
  /** The `pre` around it; 0 where there is none. */
  readonly pre: number;
}

/** What stands between two texts: paragraphs by an empty line, rows and lines of code by a line, cells by a tab. */
function gap(before: Setting, after: Setting): string {
  if (after.pre > 0 && before.pre === after.pre) return '\n';
  const [from, to] = [before.place, after.place];
  if (!from || !to || from.table !== to.table) return '\n\n';
  if (from.row !== to.row) return '\n';
  return from.cell === to.cell ? ' ' : '\t';
}

/** The text of a block. In tables a line is a row, so that cells have none of their own. */
function blockText(source: Source, index: number, { place, pre }: Setting): string {
  const { tree } = source;
  const block = source.blocks[index] as Block;
  const marks = source.marks.get(index);
  if (place === null && (pre > 0 || block.breaks > 0)) return lineText(tree, block, pre > 0, marks);
  return marks ? textWithout(tree, block, marks) : block.text;
}

export interface BodyText {
  readonly text: string;
  readonly isCut: boolean;
}

/**
 * Plain text of the kept blocks, paragraphs apart by an empty line; a table a row a line, its cells apart by a tab;
 * lines of verse and code as they are shown. At most `limit` bytes of UTF-8: whole paragraphs as far as they go, and the beginning of one that fills half
 * of it.
 */
export function bodyText(source: Source, kept: Uint8Array, limit: number): BodyText {
  const { tree, blocks } = source;
  const layout = layoutTables(source, kept);
  const hasCode = tree.tag.includes(TAG.pre);
  const parts: string[] = [];
  let room = limit;
  let before: Setting | null = null;
  for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) {
    const found = placeOf(source, index);
    const place = found && !layout.has(found.table) ? found : null;
    const pre = hasCode ? preAround(tree, (blocks[index] as Block).node) : 0;
    const setting: Setting = { place, pre };
    const apart = before && parts.length > 0 ? gap(before, setting) : '';
    const text = cleanText(blockText(source, index, setting));
    const bytes = Buffer.byteLength(text);
    if (bytes > room) {
      if (room > limit / 2) parts.push(apart, cutBytes(text, room));
      return { text: parts.join(''), isCut: true };
    }
    if (text !== '') parts.push(apart, text);
    room -= bytes + 2;
    before = setting;
  }
  return { text: parts.join(''), isCut: false };
}
