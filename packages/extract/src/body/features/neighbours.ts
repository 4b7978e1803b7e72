import { TAG } from '@nashra/html';
import { WORDINGS } from '../lexicon.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import { isHeading } from '../tag-sets.ts';
import type { FeatureGroup } from './group.ts';

const OFFSETS = [-3, -2, -1, 1, 2, 3] as const;
const WINDOWS = [2, 5, 12] as const;
const NAMES = ['chars', 'links', 'kind', 'slot', 'parent', 'prose'] as const;

/** 0 other, 1 paragraph, 2 heading, 3 list item. */
function kindOf({ tree, blocks }: PageFacts, index: number): number {
  const tag = tree.tag[(blocks[index] as (typeof blocks)[number]).node] as number;
  return tag === TAG.p ? 1 : isHeading[tag] ? 2 : tag === TAG.li ? 3 : 0;
}

/** The blocks before and after, and the heading that the block stands under. */
export const neighbours: FeatureGroup = {
  names: [
    ...OFFSETS.flatMap((offset) =>
      NAMES.map((name) => `${offset > 0 ? '+' : ''}${offset}:${name}`),
    ),
    ...WINDOWS.flatMap((size) => [`window${size}:before`, `window${size}:after`]),
    'since-prose',
    'until-prose',
    'since-heading',
    'heading-level',
    'heading-over',
    'heading-chars',
    ...WORDINGS.map((name) => `heading:${name}`),
  ],
  write(facts, index, row, at) {
    const { tree, elements, blocks, texts, prose, proseBefore, headingBefore } = facts;
    const { node } = blocks[index] as (typeof blocks)[number];
    const path = elements.path[node];
    const up = tree.parent[node];
    for (const offset of OFFSETS) {
      const other = blocks[index + offset];
      if (!other) {
        row.fill(-1, at, at + NAMES.length);
        at += NAMES.length;
        continue;
      }
      row[at++] = other.chars;
      row[at++] = linkDensity(other);
      row[at++] = kindOf(facts, index + offset);
      row[at++] = elements.path[other.node] === path ? 1 : 0;
      row[at++] = tree.parent[other.node] === up ? 1 : 0;
      row[at++] = prose[index + offset] as number;
    }
    for (const size of WINDOWS) {
      const from = Math.max(0, index - size);
      const to = Math.min(blocks.length, index + size + 1);
      row[at++] = (proseBefore[index] as number) - (proseBefore[from] as number);
      row[at++] = (proseBefore[to] as number) - (proseBefore[index + 1] as number);
    }
    let since = 1;
    while (since < 20 && !((prose[index - since] ?? 0) > 0)) since++;
    let until = 1;
    while (until < 20 && !((prose[index + until] ?? 0) > 0)) until++;
    row[at++] = since;
    row[at++] = until;
    const isSelf = headingBefore[index] === index;
    const heading = (isSelf ? (headingBefore[index - 1] ?? -1) : headingBefore[index]) as number;
    if (heading < 0) {
      row.fill(-1, at, at + 4 + WORDINGS.length);
      return;
    }
    const above = blocks[heading] as (typeof blocks)[number];
    const box = tree.parent[above.node] ?? 0;
    row[at++] = index - heading;
    row[at++] = (tree.tag[above.node] as number) - TAG.h1 + 1;
    row[at++] = (tree.end[box] as number) > node ? 1 : 0;
    row[at++] = above.chars;
    const said = (texts[heading] as (typeof texts)[number]).wordings;
    for (let bit = 0; bit < WORDINGS.length; bit++) row[at++] = Math.min(3, said[bit] as number);
  },
};
