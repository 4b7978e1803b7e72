import { describe, expect, it } from 'vitest';
import { parseFeed } from '../index.ts';

const parse = (xml: string) => parseFeed(Buffer.from(xml), { url: 'https://example.org/feed' });
const rss = (inside: string) =>
  `<rss version="2.0"><channel><title>F</title>${inside}</channel></rss>`;
const item = (n: number) =>
  `<item><title>${n}</title><description><![CDATA[<p>${n}</p>]]></description></item>`;
const titlesOf = (xml: string) => parse(xml).entries.map(({ title }) => title);
/** But for that its entries, which are short here, name no page. */
const codesOf = (xml: string) =>
  parse(xml).warnings.flatMap(({ code }) => (code === 'no-page' ? [] : code));

describe('salvage', () => {
  it('keeps every complete item wherever the feed is cut', () => {
    const whole = rss(item(1) + item(2) + item(3));
    for (let cut = whole.indexOf('<item>'); cut < whole.length; cut += 1) {
      const text = whole.slice(0, cut);
      const complete = text.split('</item>').length - 1;
      expect(titlesOf(text)).toEqual(['1', '2', '3'].slice(0, complete));
      expect(parse(text).title).toBe('F');
    }
  });

  it('says that an item was cut and left out', () => {
    expect(codesOf('<rss><channel><item><title>a</title>')).toEqual(['entry-cut', 'truncated']);
  });

  it('ends an item where the next one begins', () => {
    const text = rss('<item><title>a</title><item><title>b</title></item>');
    expect(titlesOf(text)).toEqual(['a', 'b']);
    expect(codesOf(text)).toEqual(['entry-unclosed']);
  });

  it('ends an item where the channel ends', () => {
    expect(titlesOf('<rss><channel><item><title>a</title></channel></rss>')).toEqual(['a']);
  });

  it('lives with end tags that match nothing, or an element further out', () => {
    expect(
      titlesOf(rss('<item></b><title>a<i></title></item><item><title>b</title></item>')),
    ).toEqual(['a', 'b']);
  });

  it('ends a section that its publisher never closed', () => {
    const text = rss(
      `<item><title>a</title><description><![CDATA[x</description></item>${item(2)}`,
    );
    expect(titlesOf(text)).toEqual(['a', '2']);
    expect(codesOf(text)).toEqual(['unclosed-cdata']);
  });

  it('keeps a section that speaks of sections', () => {
    const text = rss('<item><description><![CDATA[write <![CDATA[ so]]></description></item>');
    expect(parse(text).entries[0]?.summaryHtml).toContain('write');
    expect(codesOf(text)).toEqual([]);
  });

  it('finds the entries behind elements that nobody closed', () => {
    expect(titlesOf(rss(`${'<x>'.repeat(1000)}${item(1)}${item(2)}`))).toEqual(['1', '2']);
    expect(titlesOf(rss(`<item><title>a</title>${'<x>'.repeat(1000)}${item(2)}`))).toEqual([
      'a',
      '2',
    ]);
  });

  it('takes stray brackets and ampersands for text', () => {
    expect(titlesOf(rss('<item><title>a & b < c</title></item>'))).toEqual(['a & b < c']);
  });

  it('reads attributes without quotes, or with one missing', () => {
    const enclosureOf = (tag: string) =>
      parse(rss(`<item>${tag}</item>`)).entries[0]?.enclosures[0];
    expect(
      enclosureOf('<enclosure url=https://e.example/a.mp3 length=5 type=audio/mpeg />'),
    ).toEqual({
      url: 'https://e.example/a.mp3',
      type: 'audio/mpeg',
      length: '5',
    });
    expect(enclosureOf('<enclosure url="https://e.example/a.mp3 length="5"/>')?.url).toBe(
      'https://e.example/a.mp3',
    );
    expect(enclosureOf('<enclosure url="https://e.example/a.mp3"length="5"/>')?.length).toBe('5');
  });

  it('reads the first of two documents', () => {
    expect(titlesOf(rss(item(1)) + rss(item(2)))).toEqual(['1']);
  });

  it('finds the feed behind the complaints of a server', () => {
    expect(titlesOf(`<br />\n<b>Warning</b>: oops in line 3<br />${rss(item(1))}`)).toEqual(['1']);
  });

  it('pollutes nothing', () => {
    const feed = parse(
      rss('<item><__proto__><polluted>1</polluted></__proto__><constructor>c</constructor></item>'),
    );
    expect(feed.entries[0]?.extensions.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
