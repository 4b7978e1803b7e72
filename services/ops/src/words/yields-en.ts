import type { Counted } from './counted.ts';

/** What the console says of what a source brings, and of adding one. */
export const yields = {
  add: 'Add a source',
  addAbout:
    'A feed, a sitemap or a home page: it is asked politely, and what it has is shown before anything is added.',
  address: 'Address',
  look: 'Look at it',
  found: (n: Counted) => `${n.text} found`,
  foundBy: {
    given: 'given',
    link: 'named by the page',
    robots: 'named by robots.txt',
    guess: 'guessed',
    page: 'headlines of the page',
  },
  entries: 'Entries',
  addChosen: 'Add the chosen ones',
  test: 'Test it now',
  days: 'Two weeks',
  perDay: 'articles a day, the latest last',
  copies: 'Copies',
  complete: 'Found of the latest',
  lag: 'Half within',
  fields: { title: 'title', date: 'date', authors: 'authors', body: 'text', image: 'image' },
  noneYet: 'no article yet',
  moves: 'Where it was',
  movesAbout: 'Its address has changed; what it found stayed its own. Each step can be taken back.',
  movedBack: 'Take back to this address',
  heirs: 'Where it may have gone',
  adopt: 'Take this address',
  movesOn: 'Its server sends every poll on to',
};
