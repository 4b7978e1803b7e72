import { describe, expect, it } from 'vitest';
import { isListing } from './path.ts';
import { addressPattern, isOfMany } from './pattern.ts';

describe('the pattern of an address', () => {
  it('is that of its numbers and titles, whatever the section', () => {
    const alike = (a: string, b: string) =>
      expect(addressPattern(`https://a.ma${a}`)).toBe(addressPattern(`https://a.ma${b}`));
    alike('/sport/123456.html', '/monde/9876.html');
    alike('/2024/03/a-title-of-news', '/2023/11/another-title-of-old-news');
    alike(
      '/politique/%D8%AE%D8%A8%D8%B1-%D8%AC%D8%AF%D9%8A%D8%AF-%D8%A7%D9%84%D9%8A%D9%88%D9%85',
      '/x/a-b-c',
    );
    expect(addressPattern('https://a.ma/about')).not.toBe(addressPattern('https://a.ma/contact'));
    expect(addressPattern('https://a.ma/?p=1')).not.toBe(addressPattern('https://a.ma/'));
  });

  it('keeps the words of a query, which tell one kind of page from another', () => {
    const [news, list] = ['?id=31&show=news', '?id=4&show=list'].map((it) =>
      addressPattern(`https://a.ma/page.aspx${it}`),
    );
    expect(news).not.toBe(list);
    expect(news).toBe(addressPattern('https://a.ma/page.aspx?show=news&id=977'));
  });

  it('may be of many pages, or is of one', () => {
    const many = [
      '/sport/123.html',
      '/a-title-of-news',
      '/?p=12',
      '/news/2026/03/une-autre-annonce',
    ];
    for (const it of many) expect(isOfMany(addressPattern(`https://a.ma${it}`))).toBe(true);
    for (const it of ['/contact', '/', '/2026/agenda', '/fr/sport?tri=date'])
      expect(isOfMany(addressPattern(`https://a.ma${it}`))).toBe(false);
  });
});

it('knows a list by the word before its end', () => {
  const listings = ['tag/maroc', 'fr/category/sport', 'author/a-b-c', 'tags', 'وسم/المغرب'];
  for (const it of listings) expect(isListing(it.split('/'))).toBe(true);
  for (const it of ['sport/un-match-de-foot', 'section/1234567-nouvelle', 'tag/2026/un-titre'])
    expect(isListing(it.split('/'))).toBe(false);
});
