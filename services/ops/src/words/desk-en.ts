/** What the console says of the desk. */
export const desk = {
  unsure: 'What nobody is sure of',
  about:
    'Of the latest articles, the least sure first. An answer changes no article: it becomes a case that tests keep.',
  sure: 'Sure',
  field: 'Field',
  read: 'Read as',
  isRight: 'As the page says it',
  asRead: 'It is right',
  takedowns: 'Taken down',
  takeDown: 'Take down',
  takeDownHelp:
    'All articles of an author (everywhere, or at one publisher), or of a publisher: none is shown any more, and none is taken in again, until it is lifted.',
  kinds: { author: 'Author', publisher: 'Publisher' },
  slug: 'Publisher, by its slug',
  down: 'Articles',
  lifted: 'lifted',
  lift: 'Lift',
};
