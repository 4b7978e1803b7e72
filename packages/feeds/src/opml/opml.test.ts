import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOpml, writeOpml } from '../index.ts';

const bytes = readFileSync(new URL('./fixtures/reader.opml', import.meta.url));

describe('OPML', () => {
  const outlines = readOpml(bytes);

  it('reads folders and feeds', () => {
    expect(outlines.map(({ title, children }) => [title, children.length])).toEqual([
      ['Presse', 2],
      ['Revue', 0],
    ]);
    expect(outlines[0]?.children[0]).toEqual({
      title: 'الجريدة',
      feedUrl: 'https://jarida.example/rss?a=1&b=2',
      siteUrl: 'https://jarida.example/',
      description: null,
      language: 'ar',
      categories: ['/presse', 'maroc'],
      children: [],
    });
  });

  it('writes what it reads', () => {
    expect(readOpml(Buffer.from(writeOpml(outlines)))).toEqual(outlines);
  });

  it('escapes what would break the file', () => {
    const outline = {
      title: '"<&>\n',
      feedUrl: null,
      siteUrl: null,
      description: null,
      language: null,
      categories: [],
      children: [],
    };
    expect(readOpml(Buffer.from(writeOpml([outline])))[0]?.title).toBe('"<&>');
  });

  it('says that a feed is no OPML', () => {
    expect(() => readOpml(Buffer.from('<rss/>'))).toThrow(
      expect.objectContaining({ code: 'NOT_A_FEED' }),
    );
  });
});
