import { describe, expect, it } from 'vitest';
import { readSubscriptions } from '../index.ts';

const read = (...outlines: string[]) =>
  readSubscriptions(Buffer.from(`<opml version="2.0"><body>${outlines.join('')}</body></opml>`));
const feed = (address: string) => read(`<outline text="One" type="rss" xmlUrl="${address}"/>`);

describe('a list of subscriptions', () => {
  it.each([
    ['feed:https://a.example/rss', 'https://a.example/rss'],
    ['feed://a.example/rss', 'http://a.example/rss'],
    ['itpc://a.example/rss', 'http://a.example/rss'],
    ['a.example/rss', 'http://a.example/rss'],
    ['a.example/rss.xml', 'http://a.example/rss.xml'],
    ['//a.example/rss', 'http://a.example/rss'],
    ['https//a.example/rss', 'https://a.example/rss'],
    ['http:/a.example/rss', 'http://a.example/rss'],
    ['http://https://a.example/rss', 'https://a.example/rss'],
    [' \n https://a.example/rss\n', 'https://a.example/rss'],
    ['https://a.example/r?a=1&b=2', 'https://a.example/r?a=1&b=2'],
    ['https://أخبار.example/', 'https://أخبار.example/'],
  ])('takes %j for %s', (written, address) => {
    const { outlines, leftOut } = feed(written);
    expect([outlines[0]?.feedUrl, leftOut]).toEqual([address, []]);
  });

  it('leaves comments out, with what is in them, and tells it', () => {
    const { outlines, leftOut } = read(
      '<outline text="Old" isComment="true"><outline text="Within" xmlUrl="https://a.example/rss"/></outline>',
      '<outline text="New" isComment="false" xmlUrl="https://b.example/rss"/>',
    );
    expect(outlines.map(({ feedUrl }) => feedUrl)).toEqual(['https://b.example/rss']);
    expect(leftOut).toEqual([{ what: 'Old', why: 'it is a comment, with all within it' }]);
  });

  it.each([
    ['', 'an empty address'],
    ['https://a.example:port/rss', 'no address of a host on the web'],
    ['https://a b.example/rss', 'no address of a host on the web'],
    ['https://a', 'no address of a host on the web'],
    ['mailto:desk@a.example', 'feeds are not had by mailto:'],
    ['javascript:alert(1)', 'no address'],
    ['words', 'no address'],
  ])('tells %j as %s', (written, why) => {
    const { outlines, leftOut } = feed(written);
    expect([outlines[0]?.feedUrl, leftOut]).toEqual([
      null,
      [{ what: `One ${written}`.trim(), why }],
    ]);
  });

  it('takes what stands beside something bad', () => {
    const { outlines, leftOut } = read(
      '<outline text="Folder"><outline text="Bad" xmlUrl="https://:1/"/>',
      '<outline text="Good "quoted"" xmlUrl="https://good.example/rss?a=1&b"/></outline>',
      '<outline text="Home" xmlUrl="/rss" htmlUrl="https://home.example/x"/>',
      '<outline text="Note"/>',
    );
    const feeds = [...(outlines[0]?.children ?? []), ...outlines].map(({ feedUrl }) => feedUrl);
    expect(feeds.filter(Boolean)).toEqual([
      'https://good.example/rss?a=1&b',
      'https://home.example/rss',
    ]);
    expect(leftOut.map(({ what }) => what)).toEqual(['Bad https://:1/']);
  });

  it('reads titles as people see them, where they were escaped once too often', () => {
    const { outlines } = read(
      '<outline text="L&amp;#39;eau &amp;amp; sel" xmlUrl="https://a.example/rss"/>',
    );
    expect(outlines[0]?.title).toBe("L'eau & sel");
  });

  it('reads lists that were put one behind another', () => {
    const one = (name: string) =>
      `<body><outline text="${name}" xmlUrl="https://${name}.example/rss"/></body>`;
    const namesOf = (text: string) =>
      readSubscriptions(Buffer.from(text)).outlines.map(({ title }) => title);
    expect(namesOf(`<opml>${one('a')}${one('b')}</opml>`)).toEqual(['a', 'b']);
    expect(namesOf(`<opml>${one('a')}</opml><opml>${one('b')}</opml>`)).toEqual(['a', 'b']);
    expect(namesOf(`<opml><head><title>L</title>${one('a')}</opml>`)).toEqual(['a']);
    const own = `<o:opml xmlns:o="http://opml.org/spec2">${one('a').replace(/<(\/?)(\w)/g, '<$1o:$2')}</o:opml>`;
    expect(namesOf(own)).toEqual(['a']);
  });

  it('says when the file was cut', () => {
    const cut =
      '<opml><body><outline text="A" xmlUrl="https://a.example/rss"/><outline text="B" xml';
    const { outlines, leftOut } = readSubscriptions(Buffer.from(cut));
    expect(outlines.map(({ feedUrl }) => feedUrl)).toEqual(['https://a.example/rss']);
    expect(leftOut.map(({ what }) => what)).toEqual(['the end of the file']);
  });

  it('bounds what it tells', () => {
    const { leftOut } = read('<outline xmlUrl="::"/>'.repeat(2_000));
    expect(leftOut).toHaveLength(1_000);
  });

  it('is done with two hundred thousand, and says what it left out', () => {
    const { user: before } = process.cpuUsage();
    const each = (_: unknown, at: number) =>
      `<outline text="${at}" xmlUrl="https://a${at}.example/rss"/>`;
    const { outlines, leftOut } = read(Array.from({ length: 200_000 }, each).join(''));
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(10_000);
    expect(outlines).toHaveLength(50_000);
    expect(leftOut[0]?.why).toBe('it comes after 50000 others');
    expect(leftOut.length).toBeLessThanOrEqual(1_001);
  });
});
