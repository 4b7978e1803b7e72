import { expect, it } from 'vitest';
import { htmlHubs, namedFeeds, pageLinks } from './index.ts';

const URL = 'https://a.example/';

// Each was looked at anew from every tag or letter: minutes for as many characters.
it.each([
  ['quotes that never end', '<a "'],
  ['tags that never end', '<a '],
  ['one long name', 'x'],
  ['quotes within quotes', `<link '"`],
  ['bases upon bases', '<base href="x/">'],
])('takes one pass over %s', (_, piece) => {
  const page = `<a ${piece.repeat(400_000 / piece.length)}>`;
  const { user: before } = process.cpuUsage();
  for (const read of [namedFeeds, pageLinks, htmlHubs]) read(page, URL);
  expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(3_000);
});

it('lets no long base stand in every address', () => {
  const page = `<base href="/${'x'.repeat(100_000)}/">${'<a href="rss">'.repeat(1_000)}`;
  const [feed] = namedFeeds(page, URL);
  expect([feed?.address, pageLinks(page, URL)]).toEqual([`${URL}rss`, [`${URL}rss`]]);
});
