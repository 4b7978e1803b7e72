import { expect, it } from 'vitest';
import { parseFeed } from '../index.ts';
import { withoutCdataMarks } from './cdata-marks.ts';

it.each([
  ['<![CDATA[A]]>', 'A'],
  ['<![CDATA[ A ', 'A'],
  ['<![CDATA[A]]', 'A'],
  ['<![CDATA[a[0]', 'a[0]'],
  ['A]]>', 'A'],
  ['<!CDATA[A]]>', 'A'],
  ['&lt;![CDATA[A &amp; B]]&gt;', 'A & B'],
  ['<![CDATA[A]]> <![CDATA[ B]]>', 'A B'],
])('%s is %s', (text, meant) => {
  expect(withoutCdataMarks(text)).toBe(meant);
});

it.each(['How <![CDATA[ works', '<![CDATA[ and ]]> explained', 'list[a[0]]>', 'A]] >'])(
  '%s stays as it is',
  (text) => {
    expect(withoutCdataMarks(text)).toBe(text);
  },
);

it('holds for titles, links, guids and texts alike', () => {
  const part = (name: string, text: string) => `<${name}>&lt;![CDATA[${text}]]&gt;</${name}>`;
  const item = ['title', 'link', 'guid', 'description'].map((name) =>
    part(name, 'https://e.org/1'),
  );
  const feed = parseFeed(
    Buffer.from(`<rss><channel><item>${item.join('')}</item></channel></rss>`),
    {
      url: 'https://e.org/feed',
    },
  );
  expect(feed.entries[0]).toMatchObject({
    title: 'https://e.org/1',
    address: 'https://e.org/1',
    id: 'https://e.org/1',
    summaryHtml: 'https://e.org/1',
  });
});

it('stays fast on a million marks', () => {
  const { user: before } = process.cpuUsage();
  withoutCdataMarks('<![CDATA['.repeat(100_000));
  withoutCdataMarks('<![CDATA[a]]>'.repeat(100_000));
  withoutCdataMarks(' '.repeat(1_000_000));
  expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(1_000);
});
