import type { Containers } from '../containers.ts';
import { linkDensity } from '../prose.ts';
import type { FeatureGroup } from './group.ts';

/** Neighbours on either side whose links count. */
const AROUND = 4;

/** The share of the page's prose that an element holds; -1 for none. */
const shareOf = ({ mass, total }: Containers, element: number): number =>
  total > 0 && element > 0 ? (mass[element] as number) / total : -1;

/** Pages show several articles: teasers, and whole ones after the first. Which one is the block in? */
export const articles: FeatureGroup = {
  names: [
    'article:of-title',
    'article:nested',
    'article:share',
    'article:after-title-share',
    'heading-gap',
    'slot:since-title',
    'links-around',
  ],
  write(
    { elements, blocks, containers, titleBlock, slots, headingBefore },
    { indices, starts, values },
    column,
  ) {
    const { outerArticle, innerArticle } = elements;
    const title = blocks[titleBlock];
    const titleNode = title ? title.node : -1;
    const ours = title ? (outerArticle[title.node] as number) : -1;
    for (let place = 0; place < indices.length; place++) {
      const index = indices[place] as number;
      let at = (starts[place] as number) + column;
      const { node } = blocks[index] as (typeof blocks)[number];
      const outer = outerArticle[node] as number;
      const inner = innerArticle[node] as number;
      values[at++] = ours < 0 ? -1 : outer === ours ? 1 : 0;
      values[at++] = inner !== outer ? 1 : 0;
      values[at++] = shareOf(containers, inner);
      values[at++] =
        titleNode >= 0 && outer > 0 ? (titleNode < outer ? 1 : 0) + shareOf(containers, outer) : -1;
      // Between this heading and the one before: a lone heading without text below is a teaser.
      const heading = headingBefore[index] as number;
      const before = heading > 0 ? (headingBefore[heading - 1] as number) : -1;
      values[at++] = heading < 0 || before < 0 ? -1 : heading - before;
      const slot = slots[index] as (typeof slots)[number];
      values[at++] = titleBlock < 0 ? -1000 : slot.first - titleBlock;
      const from = Math.max(0, index - AROUND);
      const to = Math.min(blocks.length - 1, index + AROUND);
      let links = 0;
      for (let other = from; other <= to; other++) {
        if (other !== index) links += linkDensity(blocks[other] as (typeof blocks)[number]);
      }
      values[at] = to > from ? links / (to - from) : 0;
    }
  },
};
