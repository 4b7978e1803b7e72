/** What the console says of reading kept pages again. */
export const reread = {
  name: 'Read again',
  about:
    'Kept pages are read again by the extractor of now, without the network. First some of them, to see what would change; then all, in phases. What changes becomes a revision, told as a change of the pipeline and not of the source.',
  filterHint: 'publisher:hespress host:a.ma since:7d until:2026-03-01',
  filterHelp: 'Words that must all fit: publisher:, host:, since:, until: (first seen), held:yes.',
  pages: 'Pages to compare',
  compare: 'Compare',
  compared: (changed: string, read: string, matched: string) =>
    `${changed} of ${read} pages that were read would change; the filter fits ${matched}`,
  byPublisher: 'By publisher',
  byField: 'By field',
  wouldChange: 'Would change',
  read: 'Read',
  fields: 'Fields',
  field: 'Field',
  such: 'Such as',
  alike: (share: string) => `${share} % alike`,
  all: 'Read all of them again',
  go: (n: string) => `Read ${n} again`,
};
