import { expect, it } from 'vitest';
import { parseFeed } from '../index.ts';

const titleOf = (written: string) => {
  const feed = `<rss><channel><item><title><![CDATA[${written}]]></title></item></channel></rss>`;
  const [entry] = parseFeed(Buffer.from(feed), { url: 'https://e.org/feed' }).entries;
  return [entry?.title, entry?.texts.title?.type];
};

it.each([
  'Why <input> and <label> belong together',
  '<b> or <strong>?',
  'The <details> element',
  '5 < 6 and 7 > 2',
  'List<String> in Java',
])('%s speaks of signs', (title) => {
  expect(titleOf(title)).toEqual([title, 'text/plain']);
});

it.each([
  ['A <b>bold</b> move', 'A bold move'],
  ['A <span class="x">cut', 'A cut'],
  ['<p>Begun', 'Begun'],
  ['<em>Begun', 'Begun'],
  ['Ended</p>', 'Ended'],
  ['Two<br>lines', 'Two lines'],
  ['L&#8217;eau', 'L’eau'],
])('%s is marked up', (title, read) => {
  expect(titleOf(title)).toEqual([read, 'text/html']);
});

it('may have references and speak of elements', () => {
  expect(titleOf('Q&amp;A: what is <video>?')).toEqual(['Q&A: what is <video>?', 'text/html']);
});
