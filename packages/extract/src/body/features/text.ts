import { CHAR } from '../characters.ts';
import { WORDINGS } from '../lexicon.ts';
import { linkDensity } from '../prose.ts';
import type { FeatureGroup } from './group.ts';

const COLON = 0x3a;
const ELLIPSIS = 0x2026;

/** What the block's text looks like. */
export const text: FeatureGroup = {
  names: [
    'chars', 'words', 'word-length', 'longest-word', 'stops', 'stops-per-word', 'commas-per-word', 'quotes', 'colons', 'bars', 'brackets', 'dashes', 'signs',
    'digit-share', 'upper-share', 'capitalized-share', 'arabic-share', 'ideograph-share', 'letter-share',
    'first-class', 'last-class', 'ends-colon', 'ends-ellipsis', 'ends-stop',
    'link-density', 'links', 'bold-share', 'italic-share', 'breaks', 'split', 'raw-ratio',
    ...WORDINGS.map((name) => `says:${name}`),
    ...WORDINGS.map((name) => `opens:${name}`),
    'prose-share', 'reader-share',
  ], // biome-ignore format: names read better in lines
  write({ blocks, texts }, index, row, at) {
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
    row[at++] = facts.quotes;
    row[at++] = facts.colons;
    row[at++] = facts.bars;
    row[at++] = facts.brackets;
    row[at++] = facts.dashes;
    row[at++] = facts.signs;
    row[at++] = facts.digits / chars;
    row[at++] = facts.uppers / letters;
    row[at++] = facts.capitalized / words;
    row[at++] = facts.arabic / letters;
    row[at++] = facts.ideographs / letters;
    row[at++] = facts.letters / chars;
    row[at++] = facts.firstClass;
    row[at++] = facts.lastClass;
    row[at++] = facts.lastCode === COLON ? 1 : 0;
    row[at++] = facts.lastCode === ELLIPSIS || block.endsInDots ? 1 : 0;
    row[at++] = facts.lastClass === CHAR.stop ? 1 : 0;
    row[at++] = linkDensity(block);
    row[at++] = block.links;
    row[at++] = Math.min(1, block.boldChars / block.rawChars);
    row[at++] = Math.min(1, block.italicChars / block.rawChars);
    row[at++] = block.breaks;
    row[at++] = block.split ? 1 : 0;
    row[at++] = block.rawChars / chars;
    for (let bit = 0; bit < WORDINGS.length; bit++) row[at++] = facts.wordings[bit] as number;
    for (let bit = 0; bit < WORDINGS.length; bit++) row[at++] = (facts.opening >>> bit) & 1;
    row[at++] = (facts.wordings[WORDINGS.indexOf('prose')] as number) / Math.min(words, 52);
    row[at] = (facts.wordings[WORDINGS.indexOf('reader')] as number) / Math.min(words, 52);
  },
};
