import type { Block } from './blocks.ts';
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

/** Groups the blocks by a key; the result has each block's group, in block order. */
export function groupBlocks(
  blocks: readonly Block[],
  prose: Float64Array,
  keyOf: (block: Block) => number,
): readonly Group[] {
  const groups = new Map<number, Group>();
  return blocks.map((block, index) => {
    const key = keyOf(block);
    let group = groups.get(key);
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
      groups.set(key, group);
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
    return group;
  });
}
