import { describe, expect, it } from 'vitest';
import { htmlHubs, hubOf } from './hub-of.ts';
import { parseFeed } from './parse-feed.ts';

const URL_ = 'https://a.example/feed';
const NONE = { hubs: [], self: null };
const read = (text: string) => {
  const { hubs, selfLink } = parseFeed(Buffer.from(text), { url: URL_ });
  return { hubs, self: selfLink };
};

// The numbers are those of the W3C's report of subscribers (websub.rocks).
describe('discovery of the hub', () => {
  it('100: in HTTP headers, one field or several, quoted or not', () => {
    const found = { hub: 'https://hub.example/', topic: 'https://a.example/self' };
    const fields = [
      '<https://hub.example/>; rel="hub", <https://a.example/self>; rel="self"',
      '<https://hub.example/>;rel=hub,</self>; rel=self',
      '</self>; type="text/html"; rel="self alternate", <https://hub.example/>; title="a, b"; rel="hub"',
    ];
    for (const link of fields) expect(hubOf({ link }, NONE, URL_)).toEqual(found);
  });

  it('101: in the link elements of a page', () => {
    const html =
      '<head><link rel="self" href="/self"><link href=https://hub.example/ rel=hub></head>';
    expect(hubOf({}, htmlHubs(html, URL_), URL_)).toEqual({
      hub: 'https://hub.example/',
      topic: 'https://a.example/self',
    });
  });

  it('102: in an Atom feed', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><link rel="self" href="/self"/>
      <link rel="hub" href="https://hub.example/"/><entry><title>1</title><id>1</id></entry></feed>`;
    expect(hubOf({}, read(atom), URL_)).toEqual({
      hub: 'https://hub.example/',
      topic: 'https://a.example/self',
    });
  });

  it('103: in an RSS feed', () => {
    const rss = `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>A</title>
      <atom:link rel="self" href="https://a.example/self"/><atom:link rel="hub" href="https://hub.example/"/>
      <item><title>1</title></item></channel></rss>`;
    expect(hubOf({}, read(rss), URL_)).toEqual({
      hub: 'https://hub.example/',
      topic: 'https://a.example/self',
    });
  });

  it('104: headers go before the body', () => {
    const link = '<https://first.example/>; rel="hub", <https://a.example/first>; rel="self"';
    const body = { hubs: ['https://second.example/'], self: 'https://a.example/second' };
    expect(hubOf({ link }, body, URL_)).toEqual({
      hub: 'https://first.example/',
      topic: 'https://a.example/first',
    });
  });

  it('finds none where there is none, and takes the address for the topic where nothing else is said', () => {
    expect(hubOf({}, NONE, URL_)).toBeNull();
    expect(hubOf({ link: '<ftp://hub>; rel=hub' }, NONE, URL_)).toBeNull();
    expect(hubOf({}, { hubs: ['https://hub.example/'], self: null }, URL_)?.topic).toBe(URL_);
    expect(hubOf({ link: '<'.repeat(50_000) }, NONE, URL_)).toBeNull();
  });
});
