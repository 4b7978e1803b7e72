import { TAG } from '@nashra/html';
import { cleanText, cutBytes } from '@nashra/text';
import type { Block } from './blocks.ts';
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

/** What stands between two texts: paragraphs by an empty line, rows by a line, cells by a tab. */
function gap(before: Place | null, after: Place | null): string {
  if (!before || !after || before.table !== after.table) return '\n\n';
  if (before.row !== after.row) return '\n';
  return before.cell === after.cell ? ' ' : '\t';
}

export interface BodyText {
  readonly text: string;
  readonly isCut: boolean;
}

/**
 * Plain text of the kept blocks, paragraphs apart by an empty line; a table a row a line, its cells apart by a
 * tab. At most `limit` bytes of UTF-8: whole paragraphs as far as they go, and the beginning of one that fills half
 * of it.
 */
export function bodyText(source: Source, kept: Uint8Array, limit: number): BodyText {
  const layout = layoutTables(source, kept);
  const parts: string[] = [];
  let room = limit;
  let before: Place | null = null;
  for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) {
    const block = source.blocks[index] as Block;
    const found = placeOf(source, index);
    const place: Place | null = found && !layout.has(found.table) ? found : null;
    const apart = parts.length > 0 ? gap(before, place) : '';
    const marks = source.marks.get(index);
    const text = cleanText(marks ? textWithout(source.tree, block, marks) : block.text);
    const bytes = Buffer.byteLength(text);
    if (bytes > room) {
      if (room > limit / 2) parts.push(apart, cutBytes(text, room));
      return { text: parts.join(''), isCut: true };
    }
    if (text !== '') parts.push(apart, text);
    room -= bytes + 2;
    before = place;
  }
  return { text: parts.join(''), isCut: false };
}
