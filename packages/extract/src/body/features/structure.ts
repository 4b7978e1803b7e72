import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { Group } from '../groups.ts';
import { linkDensity } from '../prose.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import type { FeatureGroup } from './group.ts';

const KINDS = [TAG.ul, TAG.ol, TAG.dl, TAG.table] as const;
const AROUND = 4;
/** Texts this short are labels: names, times, «reply». */
const LABEL_WORDS = 8;
const MOST_SINCE = 200;

/** What kind of piece the block is, and the list or table it is a piece of, as a whole. */
export const structure: FeatureGroup = {
  names: [
    'heading', 'cell', 'pre', 'quote', 'term', 'inline', 'hidden', 'split',
    'list:kind', 'list:count', 'list:chars', 'list:mean', 'list:links', 'list:prose-part', 'list:place',
    'list:prose-before', 'list:prose-after', 'list:class-before', 'list:same-parent',
    'says:comment', 'says:also', 'also-share', 'around:comment', 'since-comments',
    '-1:last-class', '-1:heading', '+1:heading', '+1:repeated', 'h1s-since-title',
  ], // biome-ignore format: names read better in lines
  write(facts, { indices, starts, values }, column) {
    const { tree, blocks, texts, prose, elements, listOf, lists, repeats, titleBlock } = facts;
    const count = blocks.length;
    const words = (index: number): number => {
      const { tokenStart, tokenEnd } = texts[index] as TextFacts;
      return tokenEnd - tokenStart;
    };
    let seen = 0;
    let sinceComments = -1;
    let headings = 0;
    for (let place = 0; place < indices.length; place++) {
      const index = indices[place] as number;
      for (; seen <= index; seen++) {
        const isLabel = words(seen) <= LABEL_WORDS;
        const tag = tree.tag[(blocks[seen] as Block).node] as number;
        if (isLabel && isHeading[tag] && (texts[seen] as TextFacts).comments > 0)
          sinceComments = seen;
        if (titleBlock >= 0 && seen > titleBlock && tag === TAG.h1) headings++;
      }
      let at = (starts[place] as number) + column;
      const block = blocks[index] as Block;
      const text = texts[index] as TextFacts;
      const tag = tree.tag[block.node] as number;
      values[at++] = isHeading[tag] ? tag - TAG.h1 + 1 : 0;
      values[at++] = tag === TAG.td ? 1 : tag === TAG.th ? 2 : 0;
      values[at++] = tag === TAG.pre ? 1 : 0;
      values[at++] = tag === TAG.blockquote ? 1 : 0;
      values[at++] = tag === TAG.dt ? 1 : tag === TAG.dd ? 2 : 0;
      values[at++] =
        tag === TAG.figcaption ? 1 : tag === TAG.section ? 2 : tag === TAG.article ? 3 : 0;
      values[at++] = elements.hidden[block.node] as number;
      values[at++] = block.split ? 1 : 0;
      const list = listOf[index] as number;
      if (list > 0) {
        const { first, last, count: size, chars, linkChars, proseCount } = lists[index] as Group;
        values[at++] = 1 + KINDS.indexOf(tree.tag[list] as (typeof KINDS)[number]);
        values[at++] = size;
        values[at++] = chars;
        values[at++] = chars / size;
        values[at++] = linkChars / chars;
        values[at++] = proseCount / size;
        values[at++] = (index - first) / size;
        values[at++] = first > 0 ? (prose[first - 1] as number) : -1;
        values[at++] = last + 1 < count ? (prose[last + 1] as number) : -1;
        values[at++] = first > 0 ? (texts[first - 1] as TextFacts).lastClass : -1;
        const before = first > 0 ? (blocks[first - 1] as Block).node : -1;
        values[at++] = before >= 0 && tree.parent[before] === tree.parent[list] ? 1 : 0;
      } else {
        values.fill(-1, at, at + 11);
        at += 11;
      }
      values[at++] = text.comments;
      values[at++] = text.alsos;
      values[at++] = text.alsos > 0 ? linkDensity(block) : -1;
      let around = 0;
      const to = Math.min(count - 1, index + AROUND);
      for (let other = Math.max(0, index - AROUND); other <= to; other++) {
        if (
          other !== index &&
          words(other) <= LABEL_WORDS &&
          (texts[other] as TextFacts).comments > 0
        ) {
          around++;
        }
      }
      values[at++] = around;
      values[at++] = sinceComments < 0 ? -1 : Math.min(MOST_SINCE, index - sinceComments);
      values[at++] = index > 0 ? (texts[index - 1] as TextFacts).lastClass : -1;
      values[at++] =
        index > 0 ? headingLevel(tree.tag[(blocks[index - 1] as Block).node] as number) : -1;
      values[at++] =
        index + 1 < count
          ? headingLevel(tree.tag[(blocks[index + 1] as Block).node] as number)
          : -1;
      values[at++] = index + 1 < count ? (repeats.before[index + 1] as number) : -1;
      values[at] = headings;
    }
  },
};

const headingLevel = (tag: number): number => (isHeading[tag] ? tag - TAG.h1 + 1 : 0);
