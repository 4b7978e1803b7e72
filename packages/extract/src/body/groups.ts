import type { Arena } from '@nashra/html';
import type { Block } from './blocks.ts';
import { IntTable } from './int-table.ts';
import { linkDensity } from './prose.ts';

/** Sums over blocks that share something: a template slot, a parent. */
export interface Group {
  count: number;
  chars: number;
  linkChars: number;
  prose: number;
  proseCount: number;
  longest: number;
  first: number;
  last: number;
}

/** Groups the blocks by their keys; the result has each block's group, in block order. */
export function groupBlocks(
  blocks: readonly Block[],
  prose: Float64Array,
  keys: Int32Array,
  memory: Arena,
): readonly Group[] {
  const groups: Group[] = [];
  const result: Group[] = [];
  // Places among the groups, counted from 1.
  const places = new IntTable(128, memory);
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const key = keys[index] as number;
    const place = places.get(key);
    let group = groups[place - 1];
    if (!group) {
      group = {
        count: 0,
        chars: 0,
        linkChars: 0,
        prose: 0,
        proseCount: 0,
        longest: 0,
        first: index,
        last: index,
      };
      places.set(key, groups.push(group));
    }
    const length = block.chars;
    const weight = prose[index] as number;
    group.count++;
    group.chars += length;
    group.linkChars += length * linkDensity(block);
    group.prose += weight;
    if (weight > 0) group.proseCount++;
    if (length > group.longest) group.longest = length;
    group.last = index;
    result.push(group);
  }
  return result;
}
