import { type Counted, counting } from './counted.ts';

/** What the console says of publishers that guard themselves. */
const counted = counting('en');

export const guard = {
  about:
    'A publisher’s pages are watched against their own past. Where what was there before has gone, nothing more of it is published until somebody says that it goes on; nothing is lost meanwhile.',
  none: 'Nothing: the pages of all publishers are what they were.',
  states: { watching: 'told', held: 'held', off: 'not watched' },
  told: 'Told',
  lost: 'What is missing',
  now: 'Now',
  and: ', ',
  held: (n: Counted) => counted(n, { one: '# page held', other: '# pages held' }),
  onlyBuilt: 'The pages are built otherwise; what they say is found as before, so nothing is held.',
  asItWas: 'A page as it was',
  asItIs: 'A page as it is',
  diff: 'How the pages are built otherwise',
  do: 'Do it',
  verbs: { 'go-on': 'Go on', hold: 'Hold', off: 'Look away' },
  verbHelp: {
    'go-on': 'Learns anew what its pages are like, and reads what was held from its kept bytes.',
    hold: 'Keeps all that comes from it; the way back is “Go on”.',
    off: 'Watches and holds nothing of it any more; the way back is “Go on”.',
  },
  fields: {
    article: 'articles',
    title: 'title',
    date: 'date',
    authors: 'authors',
    body: 'text',
    image: 'image',
    length: 'length of the text',
    sureness: 'sureness of the text',
    frame: 'template',
    order: 'order of the template',
  },
  concern: (fields: string) => `Its pages have lost: ${fields}. Nothing more of it is published.`,
  concernBuilt: (fields: string) => `Its pages are built otherwise (${fields}) and read as before.`,
  concernHeld: 'Somebody holds what comes from it.',
  todo: 'See what has changed, go on or mend the reading',
};
