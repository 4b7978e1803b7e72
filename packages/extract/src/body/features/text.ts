import { linkDensity } from '../prose.ts';
import type { FeatureGroup } from './group.ts';

/** In long texts no more words than these are looked up. */
const MOST_READ = 52;

/** What the block's text looks like. */
export const text: FeatureGroup = {
  names: [
    'chars', 'words', 'word-length', 'longest-word', 'stops', 'stops-per-word', 'commas-per-word',
    'digit-share', 'upper-share', 'capitalized-share', 'letter-share', 'first-class', 'last-class',
    'link-density', 'links', 'bold-share', 'italic-share',
    'says:caption', 'says:promo', 'says:prose', 'prose-share',
  ], // biome-ignore format: names read better in lines
  write({ blocks, texts }, { indices, starts, values }, column) {
    for (let place = 0; place < indices.length; place++) {
      const index = indices[place] as number;
      let at = (starts[place] as number) + column;
      const block = blocks[index] as (typeof blocks)[number];
      const facts = texts[index] as (typeof texts)[number];
      const chars = block.chars;
      const words = Math.max(1, facts.tokenEnd - facts.tokenStart);
      const letters = Math.max(1, facts.letters);
      values[at++] = chars;
      values[at++] = words;
      values[at++] = facts.letters / words;
      values[at++] = facts.longestWord;
      values[at++] = facts.stops;
      values[at++] = facts.stops / words;
      values[at++] = facts.commas / words;
      values[at++] = facts.digits / chars;
      values[at++] = facts.uppers / letters;
      values[at++] = facts.capitalized / words;
      values[at++] = facts.letters / chars;
      values[at++] = facts.firstClass;
      values[at++] = facts.lastClass;
      values[at++] = linkDensity(block);
      values[at++] = block.links;
      values[at++] = Math.min(1, block.boldChars / block.rawChars);
      values[at++] = Math.min(1, block.italicChars / block.rawChars);
      values[at++] = facts.captions;
      values[at++] = facts.promos;
      values[at++] = facts.prose;
      values[at] = facts.prose / Math.min(words, MOST_READ);
    }
  },
};
