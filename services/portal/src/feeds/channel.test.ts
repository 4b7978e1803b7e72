import type { ArticleCard } from '@nashra/reader';
import { expect, it } from 'vitest';
import { viewOf } from '../site/view.ts';
import { atom } from './atom.ts';
import { channelOf } from './channel.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';

const view = viewOf({
  tongue: 'fr',
  path: '/rss.xml',
  origin: 'https://news.example',
  timeZone: 'UTC',
  publishers: new Map(),
  strip: [],
  imageSrc: (id) => (width) => `/image/${id}/${width}/x`,
});
const publishedAt = new Date('2026-03-01T10:00:00Z');
const updatedAt = new Date('2026-03-01T12:00:00Z');
const card = {
  id: 7,
  title: 'Le port',
  summary: null,
  language: 'en',
  publisher: 'le-cap',
  publisherName: 'Le Cap',
  section: null,
  authors: [],
  url: 'https://press.example/7',
  publishedAt,
  updatedAt,
  revision: 1,
  image: { id: 3, url: 'https://press.example/3.jpg', caption: null, alt: null },
  display: 'full',
} as unknown as ArticleCard;
const channel = (facts: Partial<ArticleCard> = {}) =>
  channelOf(view, { title: 'Actualités', path: '/', self: '/rss.xml' }, [{ ...card, ...facts }]);

it('says what the site is, beside its name', () => {
  expect(rss(channel())).toContain(`<description>${view.words.motto}</description>`);
  expect(atom(channel())).toContain(`<subtitle>${view.words.motto}</subtitle>`);
  expect(JSON.parse(jsonFeed(channel()))).toMatchObject({ description: view.words.motto });
});

it('takes a text that came late for no change, and a revision for one', () => {
  expect(atom(channel())).toContain('<updated>2026-03-01T10:00:00.000Z</updated>\n<author>');
  const revised = channel({ revision: 2 });
  expect(revised.updated).toEqual(updatedAt);
  expect(atom(revised)).toContain('<updated>2026-03-01T12:00:00.000Z</updated>\n<author>');
  expect(JSON.parse(jsonFeed(revised)).items[0].date_modified).toBe('2026-03-01T12:00:00.000Z');
  expect(JSON.parse(jsonFeed(channel())).items[0]).not.toHaveProperty('date_modified');
});

it('has the image where all of an article is shown, in every format', () => {
  const address = 'https://news.example/image/3/736/x';
  for (const write of [rss, atom, jsonFeed]) {
    expect(write(channel())).toContain(address);
    expect(write(channel({ display: 'summary' }))).not.toContain('/image/');
    expect(write(channel({ image: null }))).not.toContain('/image/');
  }
});

it('names the language of each text', () => {
  expect(rss(channel())).toContain('<dc:language>en</dc:language>');
});
