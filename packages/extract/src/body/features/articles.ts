import { linkDensity } from '../prose.ts';
import type { FeatureGroup } from './group.ts';

/** Pages show several articles: teasers, and whole ones after the first. Which one is the block in? */
export const articles: FeatureGroup = {
  names: [
    'article:none',
    'article:of-title',
    'article:inner-of-title',
    'article:nested',
    'article:share',
    'article:after-title-share',
    'heading-gap',
    'slot:since-title',
    'links-around',
  ],
  write(facts, index, row, at) {
    const { elements, blocks, containers, titleBlock, slots, headingBefore } = facts;
    const { node } = blocks[index] as (typeof blocks)[number];
    const outer = elements.outerArticle[node] as number;
    const inner = elements.innerArticle[node] as number;
    const title = blocks[titleBlock];
    row[at++] = outer === 0 ? 1 : 0;
    row[at++] = title ? (elements.outerArticle[title.node] === outer ? 1 : 0) : -1;
    row[at++] = title ? (elements.innerArticle[title.node] === inner ? 1 : 0) : -1;
    row[at++] = inner !== outer ? 1 : 0;
    const share = (element: number): number =>
      containers.total > 0 && element > 0
        ? (containers.mass[element] as number) / containers.total
        : -1;
    row[at++] = share(inner);
    row[at++] = title && outer > 0 ? (title.node < outer ? 1 : 0) + share(outer) : -1;
    // Between this heading and the one before: a lone heading without text below is a teaser.
    const heading = headingBefore[index] as number;
    const before = heading > 0 ? (headingBefore[heading - 1] as number) : -1;
    row[at++] = heading < 0 || before < 0 ? -1 : heading - before;
    const slot = slots[index] as (typeof slots)[number];
    row[at++] = titleBlock < 0 ? -1000 : slot.first - titleBlock;
    let links = 0;
    let count = 0;
    for (let other = Math.max(0, index - 4); other <= index + 4; other++) {
      const neighbour = blocks[other];
      if (!neighbour || other === index) continue;
      links += linkDensity(neighbour);
      count++;
    }
    row[at] = count > 0 ? links / count : 0;
  },
};
