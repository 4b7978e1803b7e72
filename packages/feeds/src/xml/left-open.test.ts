import { expect, it } from 'vitest';
import { parseFeed } from '../index.ts';

const parse = (xml: string) => parseFeed(Buffer.from(xml), { url: 'https://quay.example/feed' });
const items = (...inner: string[]) =>
  parse(`<rss><channel>${inner.map((text) => `<item>${text}</item>`).join('')}</channel></rss>`)
    .entries;

it('ends an enclosure, and a link with its address in an attribute, where the next element begins', () => {
  const [first, second] = items(
    '<title>A</title><enclosure url="https://quay.example/a.mp3" type="audio/mpeg"><link>https://quay.example/a</link>',
    '<title>B</title>',
  );
  expect(first).toMatchObject({ address: 'https://quay.example/a', title: 'A' });
  expect(first?.enclosures).toHaveLength(1);
  expect(second?.title).toBe('B');
  const [entry] = parse(
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/a"><summary>Words</summary></entry></feed>',
  ).entries;
  expect(entry).toMatchObject({ address: 'https://quay.example/a', summaryHtml: 'Words' });
});

it('leaves a link open that has its address within', () => {
  const [entry] = items('<link><a href="https://quay.example/a">A</a></link>');
  expect(entry?.address).toBe('https://quay.example/a');
});

it('ends a field that nobody closes where the next field begins', () => {
  const [first, second] = items(
    '<title>The quay<link>https://quay.example/a</link><pubDate>2024-05-03T10:00:00Z</pubDate>',
    '<title>B</title>',
  );
  expect(first).toMatchObject({ title: 'The quay', address: 'https://quay.example/a' });
  expect(first?.published?.instant).toBe('2024-05-03T10:00:00Z');
  expect(second?.title).toBe('B');
});

it('ends a field of the channel, a picture, and a field with a miswritten end tag there too', () => {
  const feed = parse(
    '<rss><channel><title>News<link>https://quay.example/</link><item><title>A</titel><link>/a</link></item></channel></rss>',
  );
  expect([feed.title, feed.entries[0]?.title]).toEqual(['News', 'A']);
  const [entry] = items(
    '<media:content url="/i.jpg" medium="image"><link>/a</link><description>Words</description>',
  );
  expect(entry).toMatchObject({ address: 'https://quay.example/a', summaryHtml: 'Words' });
  const list = parse('<urlset><url><loc>/a<lastmod>2024-05-03</lastmod></url></urlset>');
  expect(list.entries[0]?.address).toBe('https://quay.example/a');
});

it('keeps what a closed field has within', () => {
  const [entry] = items(
    '<title>A</title><description><svg><title>Sign</title></svg>Words</description>',
  );
  expect(entry?.title).toBe('A');
});

it('takes as long as the text is long, whatever is left open', () => {
  const { user: before } = process.cpuUsage();
  for (const piece of [
    '<title>',
    '<link href="/a">',
    '<title><link>/a</link>',
    '<enclosure url="/">',
    '<title><x><link>',
  ]) {
    items(piece.repeat(50_000));
    items(...Array.from({ length: 5_000 }, () => piece.repeat(10)));
  }
  expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(10_000);
});
