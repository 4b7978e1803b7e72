import { WORDINGS, type Wording } from '../lexicon.ts';
import { linkDensity } from '../prose.ts';
import type { FeatureGroup } from './group.ts';

const SAID = ['caption', 'promo', 'prose'] as const satisfies Wording[];
const PROSE = WORDINGS.indexOf('prose');
const saidPlaces = SAID.map((name) => WORDINGS.indexOf(name));
/** In long texts no more words than these are looked up. */
const MOST_READ = 52;

/** What the block's text looks like. */
export const text: FeatureGroup = {
  names: [
    'chars', 'words', 'word-length', 'longest-word', 'stops', 'stops-per-word', 'commas-per-word',
    'digit-share', 'upper-share', 'capitalized-share', 'letter-share', 'first-class', 'last-class',
    'link-density', 'links', 'bold-share', 'italic-share',
    ...SAID.map((name) => `says:${name}`), 'prose-share',
  ], // biome-ignore format: names read better in lines
  prepare({ blocks, texts }) {
    return (index, row, start) => {
      let at = start;
      const block = blocks[index] as (typeof blocks)[number];
      const facts = texts[index] as (typeof texts)[number];
      const chars = block.chars;
      const words = Math.max(1, facts.tokenEnd - facts.tokenStart);
      const letters = Math.max(1, facts.letters);
      row[at++] = chars;
      row[at++] = words;
      row[at++] = facts.letters / words;
      row[at++] = facts.longestWord;
      row[at++] = facts.stops;
      row[at++] = facts.stops / words;
      row[at++] = facts.commas / words;
      row[at++] = facts.digits / chars;
      row[at++] = facts.uppers / letters;
      row[at++] = facts.capitalized / words;
      row[at++] = facts.letters / chars;
      row[at++] = facts.firstClass;
      row[at++] = facts.lastClass;
      row[at++] = linkDensity(block);
      row[at++] = block.links;
      row[at++] = Math.min(1, block.boldChars / block.rawChars);
      row[at++] = Math.min(1, block.italicChars / block.rawChars);
      for (const place of saidPlaces) row[at++] = facts.wordings[place] as number;
      row[at] = (facts.wordings[PROSE] as number) / Math.min(words, MOST_READ);
    };
  },
};
