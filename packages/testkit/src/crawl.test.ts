import { expect, it } from 'vitest';
import { faultsOf } from './crawl.ts';

const page = (main: string, title = 'News · Nashra') =>
  `<!doctype html><html lang="ar" dir="rtl"><head><title>${title}</title></head><body>${main}</body></html>`;

it.each([
  [page('<a href="#main">…</a><h1 id="main">News</h1>'), []],
  [page('<h1>News</h1>', ' · Nashra'), []],
  [page('<h1>News</h1>', ' · '), ['no title']],
  ['<html><title>News</title><h1>News</h1>', ['no language or direction']],
  [page('<h2>News</h2>'), ['0 h1']],
  [page('<h1>News</h1><script>"<h1>"</script><h1>More</h1>'), ['2 h1']],
  [page('<h1 id="a">News</h1><p id="a"></p>'), ['twice #a']],
  [
    page('<h1>News</h1><a href="#b"></a><i aria-labelledby="c d"></i>'),
    ['no #b', 'no #c', 'no #d'],
  ],
])('says what is wrong with a page, whatever it tells: %#', (text, faults) => {
  expect(faultsOf(text)).toEqual(faults);
});
