import { describe, expect, it } from 'vitest';
import { addressKey, canonicalAddress } from './index.ts';

const keyOf = (address: string) => addressKey(canonicalAddress(address) ?? '').toString('hex');
const page = 'https://www.site.example/news/article-1234567.html';

it('is 16 bytes', () => {
  expect(addressKey(page)).toHaveLength(16);
});

describe('one page', () => {
  it.each([
    'http://site.example/news/article-1234567.html',
    'https://m.site.example/news/article-1234567.html',
    'https://amp.site.example/news/article-1234567.html',
    `${page}/`,
    `${page}/amp`,
    `${page}/amp/`,
    `${page}?amp`,
    `${page}?amp=1`,
    `${page}?outputType=amp`,
    'https://www.site.example/amp/news/article-1234567.html',
    'https://www.site.example/news/article-1234567.amp.html',
    'https://www.site.example//news/./x/../article%2D1234567.html',
    'https://www.site.example/news/article-1234567.html;jsessionid=A1B2',
    ...[
      'fbclid=x',
      'wbraid=x',
      'ttclid=x',
      'igshid=x',
      'li_fat_id=x',
      'xtor=RSS-1',
      'CMP=share_btn_tw',
      'ncid=x',
      'ito=x',
      'pk_campaign=x',
      '_ga=1.2',
      '_gl=1',
      'ref=rss',
      'source=twitter',
      'share=whatsapp',
      'feature=share',
      'from=feed',
      'replytocom=12',
      'PHPSESSID=abc',
      'print=1',
      'amp;utm_source=x',
      '_=1700000000',
      'nocache=1',
      'utm_source',
    ].map((query) => `${page}?${query}`),
  ])('is %s', (address) => {
    expect(keyOf(address)).toBe(keyOf(page));
  });

  it.each([
    ['https://x.example/?a=1&b=2', 'https://x.example/index.php?b=2&a=1'],
    ['https://x.example/?a', 'https://x.example/?a='],
    ['https://x.example/?a=b+c', 'https://x.example/?a=b%20c'],
    ['https://x.example/?a=%3D', 'https://x.example/?a=='],
    ['https://x.example/a%2Bb', 'https://x.example/a+b'],
    ['https://x.example/5%25-off', 'https://x.example/5%-off'],
    ['https://x.example/%d9%81', 'https://x.example/ف'],
    ['https://x.example/%E2%80%8Fف', 'https://x.example/ف'],
    ['https://a.blogspot.com/2024/01/x.html?m=1', 'https://a.blogspot.com/2024/01/x.html'],
    ['https://fr.m.x.example/a', 'https://fr.x.example/a'],
    ['https://www.press.ma/a', 'https://press.ma/a'],
  ])('%s is %s', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });
});

describe('two pages', () => {
  it.each([
    ['https://x.example/a', 'https://x.example/A'],
    ['https://x.example/a', 'https://x.example:8080/a'],
    ['https://x.example/a', 'https://fr.x.example/a'],
    ['https://x.example/?p=1', 'https://x.example/?p=2'],
    ['https://x.example/?P=1', 'https://x.example/?p=1'],
    ['https://x.example/?page=2', 'https://x.example/'],
    ['https://x.example/?ref=4711', 'https://x.example/'],
    ['https://x.example/?source=afp', 'https://x.example/'],
    ['https://x.example/?cid=12', 'https://x.example/'],
    ['https://x.example/?t=12', 'https://x.example/'],
    ['https://x.example/?feed=rss', 'https://x.example/'],
    ['https://x.example/?format=feed&type=rss', 'https://x.example/?format=feed&type=atom'],
    ['https://x.example/?ts=12', 'https://x.example/'],
    ['https://x.example/?sid=12', 'https://x.example/'],
    ['https://x.example/?a=1&a=2', 'https://x.example/?a=2&a=1'],
    ['https://x.example/?a=b%26c', 'https://x.example/?a=b&c'],
    ['https://x.example/?a=b%2Bc', 'https://x.example/?a=b+c'],
    ['https://x.example/a%2Fb', 'https://x.example/a/b'],
    ['https://x.example/a%253Fb', 'https://x.example/a%3Fb'],
    ['https://x.example/a;v=2', 'https://x.example/a'],
    ['https://x.example/%C7%E1', 'https://x.example/%C7%E2'],
    ['https://x.example/tag/amp', 'https://x.example/tag'],
    ['https://x.example/products/amp', 'https://x.example/products'],
    ['https://x.example/amp', 'https://x.example/'],
    ['https://x.example/camp', 'https://x.example/c'],
    ['https://x.example/home.html', 'https://x.example/'],
    ['https://x.example/علي', 'https://x.example/على'],
    ['https://m.com.ma/a', 'https://com.ma/a'],
    ['https://mobile.example/a', 'https://other.example/a'],
    ['https://x.example/#/a', 'https://x.example/#/b'],
  ])('%s is not %s', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });
});
