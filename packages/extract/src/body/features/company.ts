import type { Group } from '../groups.ts';
import type { FeatureGroup } from './group.ts';

const NAMES = [
  'count',
  'chars',
  'mean',
  'links',
  'prose-share',
  'prose-part',
  'longest',
  'spread',
] as const;

function writeGroup(group: Group, total: number, row: Float32Array, from: number): number {
  let at = from;
  row[at++] = group.count;
  row[at++] = group.chars;
  row[at++] = group.chars / group.count;
  row[at++] = group.linkChars / group.chars;
  row[at++] = total > 0 ? group.prose / total : 0;
  row[at++] = group.proseCount / group.count;
  row[at++] = group.longest;
  row[at++] = group.count / (group.last - group.first + 1);
  return at;
}

/** The blocks that share the block's template slot, its parent, and its parent's parent. */
export const company: FeatureGroup = {
  names: ['slot', 'tail', 'parent', 'grandparent'].flatMap((name) =>
    NAMES.map((feature) => `${name}:${feature}`),
  ),
  prepare({ slots, tails, parents, grandparents, containers }) {
    return (index, row, start) => {
      let at = start;
      for (const groups of [slots, tails, parents, grandparents]) {
        at = writeGroup(groups[index] as Group, containers.total, row, at);
      }
    };
  },
};
