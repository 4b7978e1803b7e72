import { describe, expect, it } from 'vitest';
import { parseFeed } from '../index.ts';
import { pageAddress } from './page-address.ts';

describe('the address of a page', () => {
  it.each([
    ['http://https://a.example/1', 'https://a.example/1'],
    ['https//a.example/1', 'https://a.example/1'],
    ['http:/a.example/1', 'http://a.example/1'],
    ['https:///a.example/1', 'https://a.example/1'],
    ['https:\\\\a.example\\1', 'https://a.example/1'],
    ['https: //a.example/1', 'https://a.example/1'],
    ['https ://a.example/1', 'https://a.example/1'],
    ['https:://a.example/1', 'https://a.example/1'],
    ['https;//a.example/1', 'https://a.example/1'],
    ['https:\\/\\/a.example\\/1', 'https://a.example/1'],
    ['https://a.example/ https://a.example/1', 'https://a.example/1'],
    ['https://a.example/%20https://a.example/1', 'https://a.example/1'],
    ['https://a.example/1 https://a.example/2', 'https://a.example/1'],
    ['https://http//a.example/1', 'http://a.example/1'],
    ['htps://a.example/1', 'https://a.example/1'],
    ['ttp://a.example/1', 'http://a.example/1'],
    ['[A quay](https://a.example/1)', 'https://a.example/1'],
    ['Link: https://a.example/1', 'https://a.example/1'],
    ['(https://a.example/1)', 'https://a.example/1'],
    ['[https://a.example/1]', 'https://a.example/1'],
    ['«https://a.example/1»', 'https://a.example/1'],
    ['url=https://a.example/1', 'https://a.example/1'],
    ['&quot;https://a.example/1&quot;', 'https://a.example/1'],
    ['&lt;https://a.example/1&gt;', 'https://a.example/1'],
    ['*https://a.example/1*', 'https://a.example/1'],
    ['%20https://a.example/1', 'https://a.example/1'],
    ['/https://a.example/1', 'https://a.example/1'],
    ['//https://a.example/1', 'https://a.example/1'],
    ['www.https://a.example/1', 'https://a.example/1'],
    ['https://https:/a.example/1', 'https://a.example/1'],
    ['\\news\\1', 'https://e.org/news/1'],
    ['https&#58;&#x2F;&#47;a.example/1', 'https://a.example/1'],
    ['https：//a.example/1', 'https://a.example/1'],
    ['https://a.example/1<br />', 'https://a.example/1'],
    ['feed:https://a.example/1', 'https://a.example/1'],
    ['feed://a.example/1', 'http://a.example/1'],
    ['https://b.examplehttps://a.example/1', 'https://a.example/1'],
    ['https://b.example/https://a.example/1', 'https://b.example/https://a.example/1'],
    ['go?to=https://a.example/1', 'https://e.org/dir/go?to=https://a.example/1'],
    ['ftp://a.example/1', 'ftp://a.example/1'],
    ['https://a.example/long-\n    name', 'https://a.example/long-name'],
    ['https%3A%2F%2Fa.example%2F1', 'https://a.example/1'],
    ['https://a.examplehttps://a.example/1', 'https://a.example/1'],
    ['https://a.example/https://a.example/1', 'https://a.example/1'],
    ['<a href="https://a.example/1">x</a>', 'https://a.example/1'],
    ['<p>https://a.example/1</p>', 'https://a.example/1'],
    ['<https://a.example/1>', 'https://a.example/1'],
    [' "https://a.example/1" ', 'https://a.example/1'],
    ['https://a.example/1 https://a.example/2', 'https://a.example/1'],
    ['\u200bhttps://a.example/1\u200e', 'https://a.example/1'],
    ['https://a.example/?a=1&amp;b=2', 'https://a.example/?a=1&b=2'],
    ['www.a.example/1', 'http://www.a.example/1'],
    ['e.org/1', 'http://e.org/1'],
    ['/1', 'https://e.org/1'],
    ['news/1', 'https://e.org/dir/news/1'],
    [
      'https://archive.example/web/https://a.example/1',
      'https://archive.example/web/https://a.example/1',
    ],
  ])('%j is meant as %s', (written, meant) => {
    expect(pageAddress(written, 'https://www.e.org/dir/feed')?.replace('www.e.org', 'e.org')).toBe(
      meant,
    );
  });

  it.each([
    'undefined',
    'NULL',
    'N/A',
    '-',
    '#',
    '#top',
    '{url}',
    '%%url%%',
    '[object Object]',
    '[link]',
    '<?php echo $url ?>',
    '<!-- address -->',
    'about:blank',
    'javascript:;',
    '0',
  ])('%s is none', (written) => {
    expect(pageAddress(written, 'https://e.org/feed')).toBeNull();
  });

  it('is found fast, whatever is written', () => {
    const { user: before } = process.cpuUsage();
    for (const part of [
      '"',
      '<a ',
      'http://',
      'https%3a',
      '&amp;',
      '<p',
      ' \u200b',
      '\n',
      ': ',
      't',
    ])
      pageAddress(`${part.repeat(100_000 / part.length)}x${part.repeat(10_000)}`, 'https://e.org/');
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(1_500);
  });
});

describe('an entry’s page', () => {
  const pageOf = (...parts: string[]) =>
    parseFeed(
      Buffer.from(`<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><link>https://e.org/ar/</link>
        <item><title>t</title>${parts.join('')}</item></channel></rss>`),
      { url: 'https://e.org/feed' },
    ).entries[0]?.address;
  const guid = '<guid>https://e.org/good</guid>';

  it.each([
    'undefined',
    'http://localhost:3000/1',
    'http://192.168.1.5/1',
    'http://[::1]/1',
    'http://desk/1',
    'http://desk.local/1',
    'https://e.org',
    'https://e.org/ar/',
    'http://www.e.org/ar',
    'https://e.org/feed',
    'https://e.org/null',
    'https://e.org/{{slug}}',
    'https://e.org/%7Bslug%7D',
    'https://e.org:port/1',
    'https://e..org/1',
    'https://e.org/1.mp3',
    'mailto:desk@e.org',
  ])('is its guid rather than %s', (link) => {
    expect(pageOf(`<link>${link}</link>`, guid)).toBe('https://e.org/good');
  });

  it.each(['undefined', 'http://localhost/1', 'https://e.org/{{slug}}', 'https://e..org/1'])(
    'is nothing rather than %s',
    (link) => {
      expect(pageOf(`<link>${link}</link>`, '<guid>7</guid>')).toBeNull();
    },
  );

  it('is the front page for want of anything else', () => {
    expect(pageOf('<link>https://e.org/</link>', '<guid>7</guid>')).toBe('https://e.org/');
  });

  it('is the item’s own link before a guest’s, and a link before the guid', () => {
    expect(pageOf('<atom:link href="/guest"/>', '<link>/own</link>', guid)).toBe(
      'https://e.org/own',
    );
  });

  it('may be local where the feed is', () => {
    const feed = '<rss><channel><item><link>http://localhost:8080/1</link></item></channel></rss>';
    const { entries } = parseFeed(Buffer.from(feed), { url: 'http://localhost:8080/feed' });
    expect(entries[0]?.address).toBe('http://localhost:8080/1');
  });

  it('is missed with a warning', () => {
    const feed = '<rss><channel><item><title>t</title></item></channel></rss>';
    const { warnings } = parseFeed(Buffer.from(feed), { url: 'https://e.org/feed' });
    expect(warnings).toEqual([{ code: 'no-page', count: 1, offset: null }]);
  });
});
