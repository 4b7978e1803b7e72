import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../index.ts';

const bytes = readFileSync(new URL('./fixtures/review.xml', import.meta.url));
const parse = (xml: string) => parseFeed(Buffer.from(xml), { url: 'https://x.example/dir/feed' });
const entry = (inside: string) =>
  parse(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`).entries[0];

describe('Atom 1.0', () => {
  const feed = parseFeed(bytes, { url: 'https://revue.example/feed' });
  const [first, second] = feed.entries;

  it('reads the feed’s own fields', () => {
    expect(feed).toMatchObject({
      format: 'atom',
      version: '1.0',
      id: 'tag:revue.example,2020:blog',
      title: 'La Revue',
      subtitle: 'Lettres & arts',
      link: 'https://revue.example/blog/',
      selfLink: 'https://revue.example/blog/atom.xml',
      language: 'fr',
      generator: { name: 'Outil', url: 'https://revue.example/outil', version: '2.0' },
      image: { url: 'https://revue.example/logo.svg' },
      authors: [
        {
          name: 'Rédaction',
          email: 'redaction@revue.example',
          url: 'https://revue.example/redaction',
        },
      ],
      warnings: [],
    });
  });

  it('follows xml:base from element to element', () => {
    expect(first?.address).toBe('https://revue.example/blog/2024/poeme.html');
    expect(first?.enclosures).toEqual([
      { url: 'https://revue.example/blog/2024/poeme.ogg', type: 'audio/ogg', length: '99' },
    ]);
    expect(first?.contentHtml).toContain('href="https://revue.example/blog/2024/vers.html"');
    expect(second?.contentHtml).toContain('src="https://revue.example/blog/i.png"');
  });

  it('gives XHTML as HTML, without prefixes and namespaces', () => {
    expect(first?.contentHtml).toMatch(/^<div><p>.*<\/p><br \/><\/div>$/);
    expect(second).toMatchObject({ title: 'Une note' });
    expect(second?.texts.title?.value).toBe('<div>Une <b>note</b></div>');
  });

  it('knows published from updated', () => {
    expect(first?.published?.instant).toBe('2024-04-01T06:00:00Z');
    expect(first?.updated?.instant).toBe('2024-04-02T09:00:00Z');
  });

  it('keeps the links that are not the page', () => {
    expect(first?.links.map(({ rel }) => rel)).toEqual(['alternate', 'enclosure', 'related']);
    expect(second?.links[0]).toMatchObject({ type: 'text/html', hreflang: 'ar' });
  });

  it('reads the source of an aggregated entry', () => {
    expect(second?.source).toMatchObject({
      id: 'tag:ailleurs.example:1',
      title: 'Ailleurs',
      link: 'https://ailleurs.example/',
      updated: { instant: '2024-03-29T00:00:00Z' },
    });
  });
});

describe('text constructs', () => {
  it('takes plain text at its word', () => {
    expect(entry('<title type="text">The &lt;b> element</title>')?.title).toBe('The <b> element');
  });

  it('decodes base64 of other types', () => {
    expect(
      entry('<content type="application/octet-stream">PGI+eDwvYj4=</content>')?.contentHtml,
    ).toBe('<b>x</b>');
  });

  it('reads escaped, base64 and XML modes of Atom 0.3', () => {
    const old = (title: string) =>
      parse(`<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title ${title}</title></feed>`);
    expect(old('mode="escaped" type="text/html">a &lt;i>b&lt;/i>').title).toBe('a b');
    expect(old('mode="base64" type="text/html">YSA8aT5iPC9pPg==').title).toBe('a b');
    expect(
      old(
        'mode="xml" type="application/xhtml+xml"><div xmlns="http://www.w3.org/1999/xhtml">a <i>b</i></div>',
      ),
    ).toMatchObject({
      version: '0.3',
      title: 'a b',
    });
  });

  it('is not ended by an item inside XML of another kind', () => {
    const feed = parse(
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="application/xml"><list><entry/></list></content><title>T</title></entry></feed>',
    );
    expect(feed.entries.map(({ title }) => title)).toEqual(['T']);
  });

  it('has no language where a publisher took it back', () => {
    const feed = parse(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en_GB"><title>a</title><subtitle xml:lang="">b</subtitle></feed>',
    );
    expect(feed.texts.title?.language).toBe('en-GB');
    expect(feed.texts.subtitle?.language).toBeNull();
  });

  it('finds the address of a content that lies elsewhere', () => {
    expect(entry('<content src="film.mp4" type="video/mp4"/>')?.enclosures).toEqual([
      { url: 'https://x.example/dir/film.mp4', type: 'video/mp4', length: null },
    ]);
  });
});

it('takes an entry for being in the language that it declares', () => {
  const entries = parseFeed(
    Buffer.from(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><entry xml:lang="ar"><id>1</id></entry><entry><id>2</id></entry></feed>',
    ),
    { url: 'https://quay.example/feed' },
  ).entries;
  expect(entries.map(({ language }) => language)).toEqual(['ar', 'fr']);
});

describe('what Atom leaves unsaid', () => {
  const entryOf = (inside: string) =>
    parseFeed(
      Buffer.from(`<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inside}</entry></feed>`),
      { url: 'https://quay.example/feed' },
    ).entries[0];

  it('is markup where elements stand in a text', () => {
    const entry = entryOf('<title>The <b>quay</b></title>');
    expect([entry?.title, entry?.texts.title?.type]).toEqual(['The quay', 'text/html']);
    expect(entryOf('<title>The &lt;b&gt; sign</title>')?.title).toBe('The <b> sign');
  });

  it('is the person whose name has no element of its own', () => {
    expect(entryOf('<author><b>Sami Dor</b></author>')?.authors[0]?.name).toBe('Sami Dor');
  });

  it('is the page, however its type is spelled', () => {
    const links =
      '<link type="application/json" href="/a.json"/><link type="Text/HTML" href="/a"/>';
    expect(entryOf(links)?.address).toBe('https://quay.example/a');
  });
});
