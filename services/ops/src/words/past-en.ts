import { type Counted, counting } from './counted.ts';

/** What the console says of an address's journey. */
const counted = counting('en');

export const past = {
  again: 'Send it through again',
  from: { fetch: 'from the network', parse: 'from kept bytes' },
  kept: 'The kept page, and what is read of it',
  asRead: 'As it is read now',
  asKept: 'As it came',
  noNetwork: 'Without scripts and without the network: only what was kept.',
  head: 'Head of the answer',
  bytes: (n: Counted) => counted(n, { one: '# byte', other: '# bytes' }),
  sureness: 'Sureness',
  isArticle: 'Article',
  yes: 'yes',
  no: 'no',
  words: (n: Counted) => counted(n, { one: '# word', other: '# words' }),
  image: 'Image',
  authors: 'Authors',
  language: 'Language',
  warnings: 'Warnings',
  revisions: 'Revisions',
  extractor: 'Extractor',
  changes: 'Told to readers',
  noChanges: 'Nothing among the latest changes.',
  causes: { source: 'the source', pipeline: 'the pipeline', operator: 'somebody here' },
  why: 'Why it is in its story',
  first: 'It is the first of its story.',
  like: 'Like article',
  byPerson: 'A person put it there.',
  copyOf: 'Copy of',
  meant: 'Articles that may be meant',
};
