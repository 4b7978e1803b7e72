import { describe, expect, it } from 'vitest';
import { entryFingerprint, entryIdentity, parseFeed } from '../index.ts';

const entriesOf = (...items: string[]) =>
  parseFeed(
    Buffer.from(
      `<rss><channel>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`,
    ),
    {
      url: 'https://e.org/feed',
    },
  ).entries;
const keysOf = (...items: string[]) => entryIdentity(entriesOf(...items)).map(({ key }) => key);
const dated = (day: number) => `<pubDate>0${day} Jan 2024 00:00:00 GMT</pubDate>`;

describe('entryIdentity', () => {
  it('goes by the guid as long as it tells entries apart', () => {
    const items = ['<guid>1</guid><title>a</title>', '<guid>2</guid><title>b</title>'];
    const identities = entryIdentity(entriesOf(...items));
    expect(identities.map(({ basis }) => basis)).toEqual(['guid', 'guid']);
    expect(new Set(identities.map(({ key }) => key)).size).toBe(2);
  });

  it('falls back on the address where all have one guid', () => {
    const identities = entryIdentity(
      entriesOf(
        '<guid>0</guid><link>https://e.org/1</link><title>a</title>',
        '<guid>0</guid><link>https://e.org/2</link><title>b</title>',
      ),
    );
    expect(identities.map(({ basis }) => basis)).toEqual(['address', 'address']);
    expect(identities[0]?.key).not.toBe(identities[1]?.key);
  });

  it('takes the recording for a guid where an episode has nothing else', () => {
    const episode = (n: number) =>
      `<title>Episode</title><enclosure url="https://e.org/${n}.mp3" type="audio/mpeg"/>`;
    expect(new Set(keysOf(episode(1), episode(2), episode(1))).size).toBe(2);
  });

  it('falls back on the date where all link to one page, and on the title where there is no date', () => {
    const page = '<link>https://e.org/live</link>';
    const byDate = entryIdentity(
      entriesOf(`${page}<title>a</title>${dated(1)}`, `${page}<title>b</title>${dated(2)}`),
    );
    expect(byDate.map(({ basis }) => basis)).toEqual(['address+date', 'address+date']);
    const byTitle = entryIdentity(entriesOf(`${page}<title>a</title>`, `${page}<title>b</title>`));
    expect(byTitle.map(({ basis }) => basis)).toEqual(['address+date+title', 'address+date+title']);
    expect(new Set([...byDate, ...byTitle].map(({ key }) => key)).size).toBe(4);
  });

  it('tells entries of one page and one minute apart by the title', () => {
    const page = `<link>https://e.org/live</link>${dated(1)}`;
    const identities = entryIdentity(
      entriesOf(`${page}<title>a</title>`, `${page}<title>b</title>`),
    );
    expect(identities[0]?.basis).toBe('address+date+title');
    expect(identities[0]?.key).not.toBe(identities[1]?.key);
  });

  it('takes no guid for an identity that entries of several stories share, whatever their titles', () => {
    const live = (n: number) =>
      `<guid>0</guid><title>Live</title><link>https://e.org/${n}</link><description>${n}</description>`;
    const untitled = (n: number) => `<guid>0</guid><description>${n}</description>`;
    const front = (n: number) =>
      `<guid>https://e.org/</guid><title>${n}</title><link>https://e.org/${n}</link>`;
    for (const item of [live, untitled, front])
      expect(new Set(keysOf(item(1), item(2), item(3))).size).toBe(3);
    expect(keysOf(front(1))).not.toEqual(keysOf(front(2)));
  });

  it('takes no guid for an identity that is the headline once more', () => {
    const column = (n: number) =>
      `<guid>Press Review</guid><title>Press review</title><link>https://e.org/${n}</link>`;
    expect(new Set(keysOf(column(1), column(2))).size).toBe(2);
    expect(keysOf(column(1))).not.toEqual(keysOf(column(2)));
  });

  it('survives a new title', () => {
    const [before] = keysOf('<guid>1</guid><title>a</title><link>https://e.org/1</link>');
    const [after] = keysOf('<guid>1</guid><title>UPDATE: a</title><link>https://e.org/1</link>');
    expect(after).toBe(before);
  });

  it('survives a new title on a page that all entries share', () => {
    const page = '<link>https://e.org/live</link>';
    const before = keysOf(
      `${page}<title>a</title>${dated(1)}`,
      `${page}<title>b</title>${dated(2)}`,
    );
    const after = keysOf(
      `${page}<title>A!</title>${dated(1)}`,
      `${page}<title>b</title>${dated(2)}`,
    );
    expect(after).toEqual(before);
  });

  it('survives guids that change with every poll, by the address', () => {
    const first = entryIdentity(
      entriesOf('<guid>x1</guid><title>a</title><link>https://e.org/1</link>'),
    );
    const second = entryIdentity(
      entriesOf('<guid>x2</guid><title>a</title><link>https://e.org/1</link>'),
      first,
    );
    expect(second[0]?.key).toBe(first[0]?.key);
  });

  it('survives addresses that change, by the guid', () => {
    const first = entryIdentity(
      entriesOf('<guid isPermaLink="false">1</guid><link>https://e.org/a</link>'),
    );
    const second = entryIdentity(
      entriesOf('<guid isPermaLink="false">1</guid><link>https://e.org/b</link>'),
      first,
    );
    expect(second[0]?.key).toBe(first[0]?.key);
  });

  it('takes one article under several addresses for one', () => {
    const [one, two, three] = keysOf(
      '<guid>1</guid><title>a</title><link>https://e.org/sport/a</link>',
      '<guid>1</guid><title>a</title><link>https://e.org/local/a</link>',
      '<guid>2</guid><title>a</title><link>http://www.e.org/sport/a?utm_source=rss</link>',
    );
    expect(two).toBe(one);
    expect(three).toBe(one);
  });

  it('takes nothing from an order that changes', () => {
    const items = [
      '<guid>1</guid><title>a</title>',
      '<guid>2</guid><title>b</title>',
      '<guid>3</guid><title>c</title>',
    ];
    expect(keysOf(...items.toReversed())).toEqual(keysOf(...items).toReversed());
  });
});

describe('entryFingerprint', () => {
  const fingerprint = (item: string) => entryFingerprint(entriesOf(item)[0] as never);

  it('changes with what an edit changes', () => {
    const before = fingerprint('<title>a</title><description>x</description>');
    expect(fingerprint('<title>b</title><description>x</description>')).not.toBe(before);
    expect(fingerprint('<title>a</title><description>y</description>')).not.toBe(before);
  });

  it('does not change with markup that differs at every poll', () => {
    const of = (n: number) =>
      fingerprint(`<title>a</title><description><![CDATA[<p id="${n}">x</p>]]></description>`);
    expect(of(1)).toBe(of(2));
  });
});
