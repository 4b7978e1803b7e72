import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../index.ts';

const bytes = readFileSync(new URL('./fixtures/radio.json', import.meta.url));
const parse = (text: string | Buffer) =>
  parseFeed(Buffer.from(text as string), { url: 'https://radio.example/feed.json' });

describe('JSON Feed', () => {
  const feed = parse(bytes);

  it('reads the feed', () => {
    expect(feed).toMatchObject({
      format: 'json',
      version: '1.1',
      title: 'Radio du port',
      link: 'https://radio.example/',
      selfLink: 'https://radio.example/feed.json',
      hubs: ['https://hub.example/'],
      language: 'fr',
      authors: [{ name: 'La radio', url: 'https://radio.example/equipe' }],
      image: { url: 'https://radio.example/icon.png' },
      warnings: [],
    });
  });

  it('reads items, and the fields of version 1.0', () => {
    expect(feed.entries[0]).toMatchObject({
      id: '12',
      address: 'https://radio.example/e/12',
      contentHtml: '<p>Avec <a href="https://radio.example/invites">trois invités</a>.</p>',
      enclosures: [{ url: 'https://radio.example/e/12.mp3', type: 'audio/mpeg', length: '4096' }],
      images: [{ url: 'https://radio.example/e/12.jpg' }],
      published: { instant: '2024-01-20T19:00:00Z' },
    });
    expect(feed.entries[1]).toMatchObject({
      id: '11',
      contentHtml: 'A &lt; B &amp; C',
      authors: [{ name: 'Sami' }],
    });
  });

  it('recovers the whole items of a document that was cut', () => {
    const text = bytes.toString('utf8');
    const cut = parse(text.slice(0, text.indexOf('"content_text"')));
    expect(cut.title).toBe('Radio du port');
    expect(cut.entries.map(({ id }) => id)).toEqual(['12']);
    expect(cut.warnings.map(({ code }) => code)).toEqual(['bad-json']);
  });

  it('forgives raw line breaks in strings', () => {
    const text =
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"a\nb"}]}';
    expect(parse(text).entries[0]?.contentHtml).toBe('a b');
  });

  it('forgives a comma behind the last, and takes an instant that is a number', () => {
    const text =
      '{"version":"https://jsonfeed.org/version/1","items":[{"id":7,"date_published":1795773600,"content_text":"a, }",},]}';
    expect(parse(text).entries).toMatchObject([
      { id: '7', contentHtml: 'a, }', published: { instant: '2026-11-27T10:00:00Z' } },
    ]);
  });

  it('reads nothing that is all brackets, and what stands in a text is none', () => {
    const deep = `{"version":"https://jsonfeed.org/version/1","items":${'['.repeat(300)}`;
    expect(parse(`${deep}${']'.repeat(300)}}`).entries).toEqual([]);
    const text = `{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"${'[{'.repeat(300)}"}]}`;
    expect(parse(text).entries).toHaveLength(1);
  });

  it('takes other JSON for what it is', () => {
    expect(() => parse('{"error":"no"}')).toThrow(expect.objectContaining({ code: 'NOT_A_FEED' }));
    expect(() => parse('{"items":[{"price":1}]}')).toThrow(
      expect.objectContaining({ code: 'NOT_A_FEED' }),
    );
  });
});

it('takes authors as bare names, one or several', () => {
  const authorsOf = (authors: object) =>
    parse(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        items: [{ id: 1, ...authors }],
      }),
    ).entries[0]?.authors.map(({ name }) => name);
  expect(authorsOf({ author: 'Sami Dor' })).toEqual(['Sami Dor']);
  expect(authorsOf({ authors: ['Sami Dor', { name: 'Lina Kest' }] })).toEqual([
    'Sami Dor',
    'Lina Kest',
  ]);
  expect(authorsOf({ authors: { name: 'Sami Dor' } })).toEqual(['Sami Dor']);
  expect(authorsOf({ authors: [], author: { name: 'Sami Dor' } })).toEqual(['Sami Dor']);
});

it('takes a backslash that escapes nothing for none', () => {
  const text = String.raw`{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","title":"L\'eau \"claire\" \u00e9"}]}`;
  expect(parse(text.replaceAll('\\\\', '\\')).entries[0]?.title).toBe('L\'eau "claire" é');
});

it('takes words of JavaScript and Python for what they say, outside of strings', () => {
  const item =
    '{"id":"1","url":"https://radio.example/a","title":"None is True","x":NaN,"y":None,"z":True}';
  const text = `{"version":"https://jsonfeed.org/version/1","items":[${item}]}`;
  expect(parse(text).entries[0]).toMatchObject({ title: 'None is True', id: '1' });
  const marked = '{"version":"https://jsonfeed.org/version/1","items":[{"title":"<![CDATA[A]]>"}]}';
  expect(parse(marked).entries[0]?.title).toBe('A');
});
