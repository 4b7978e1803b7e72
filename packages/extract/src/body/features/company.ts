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

function writeGroup(group: Group, total: number, values: Float32Array, start: number): void {
  let at = start;
  values[at++] = group.count;
  values[at++] = group.chars;
  values[at++] = group.chars / group.count;
  values[at++] = group.linkChars / group.chars;
  values[at++] = total > 0 ? group.prose / total : 0;
  values[at++] = group.proseCount / group.count;
  values[at++] = group.longest;
  values[at] = group.count / (group.last - group.first + 1);
}

/** The blocks that share the block's template slot, its parent, and its parent's parent. */
export const company: FeatureGroup = {
  names: ['slot', 'tail', 'parent', 'grandparent'].flatMap((name) =>
    NAMES.map((feature) => `${name}:${feature}`),
  ),
  write({ slots, tails, parents, grandparents, containers }, { indices, starts, values }, column) {
    let from = column;
    for (const groups of [slots, tails, parents, grandparents]) {
      for (let place = 0; place < indices.length; place++) {
        const group = groups[indices[place] as number] as Group;
        writeGroup(group, containers.total, values, (starts[place] as number) + from);
      }
      from += NAMES.length;
    }
  },
};
