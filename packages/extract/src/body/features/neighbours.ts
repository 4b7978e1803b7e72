import { TAG } from '@nashra/html';
import { linkDensity } from '../prose.ts';
import type { FeatureGroup } from './group.ts';

const OFFSETS = [-1, 1] as const;
const WINDOWS = [2, 5, 12] as const;
const NAMES = ['chars', 'links', 'prose'] as const;

/** The blocks before and after, and the heading that the block stands under. */
export const neighbours: FeatureGroup = {
  names: [
    ...OFFSETS.flatMap((offset) =>
      NAMES.map((name) => `${offset > 0 ? '+' : ''}${offset}:${name}`),
    ),
    ...WINDOWS.flatMap((size) => [`window${size}:before`, `window${size}:after`]),
    'since-heading',
    'heading-level',
    'heading-chars',
  ],
  write({ tree, blocks, prose, proseBefore, headingBefore }, { indices, starts, values }, column) {
    const count = blocks.length;
    for (let place = 0; place < indices.length; place++) {
      const index = indices[place] as number;
      let at = (starts[place] as number) + column;
      for (const offset of OFFSETS) {
        const place = index + offset;
        const other = place < 0 ? undefined : blocks[place];
        values[at++] = other ? other.chars : -1;
        values[at++] = other ? linkDensity(other) : -1;
        values[at++] = other ? (prose[place] as number) : -1;
      }
      for (const size of WINDOWS) {
        const from = Math.max(0, index - size);
        const to = Math.min(count, index + size + 1);
        values[at++] = (proseBefore[index] as number) - (proseBefore[from] as number);
        values[at++] = (proseBefore[to] as number) - (proseBefore[index + 1] as number);
      }
      // A heading stands under the one before.
      const last = headingBefore[index] as number;
      const heading = last === index && index > 0 ? (headingBefore[index - 1] as number) : last;
      const above = heading < 0 || heading === index ? undefined : blocks[heading];
      values[at++] = above ? index - heading : -1;
      values[at++] = above ? (tree.tag[above.node] as number) - TAG.h1 + 1 : -1;
      values[at] = above ? above.chars : -1;
    }
  },
};
