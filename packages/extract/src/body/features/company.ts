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
  'rank',
] as const;

function writeGroup(
  group: Group,
  index: number,
  total: number,
  row: Float32Array,
  at: number,
): number {
  row[at++] = group.count;
  row[at++] = group.chars;
  row[at++] = group.chars / group.count;
  row[at++] = group.linkChars / group.chars;
  row[at++] = total > 0 ? group.prose / total : 0;
  row[at++] = group.proseCount / group.count;
  row[at++] = group.longest;
  row[at++] = group.count / (group.last - group.first + 1);
  row[at++] = group.last > group.first ? (index - group.first) / (group.last - group.first) : 0.5;
  return at;
}

/** The blocks that share the block's template slot, its parent, and its parent's parent. */
export const company: FeatureGroup = {
  names: ['slot', 'tail', 'parent', 'grandparent'].flatMap((name) =>
    NAMES.map((feature) => `${name}:${feature}`),
  ),
  write({ slots, tails, parents, grandparents, containers }, index, row, at) {
    for (const groups of [slots, tails, parents, grandparents]) {
      at = writeGroup(groups[index] as Group, index, containers.total, row, at);
    }
  },
};
