import type { ArticleCard } from './cards.ts';

/** What a feed is of. */
export interface Channel {
  readonly title: string;
  /** The page it is of. */
  readonly url: string;
  /** Where the feed itself lies, if anywhere. */
  readonly self?: string | undefined;
  readonly language?: string | undefined;
}

/** Cards as RSS 2.0, with Dublin Core for authors and Atom for where it lies. */
export function toRss(
  { title, url, self, language }: Channel,
  cards: readonly ArticleCard[],
): string {
  const items = cards.map((card) =>
    element('item', [
      element('title', [text(card.title)]),
      element('link', [text(card.url)]),
      `<guid isPermaLink="false">nashra:${card.id}</guid>`,
      element('pubDate', [card.publishedAt.toUTCString()]),
      ...(card.summary ? [element('description', [text(card.summary)])] : []),
      ...card.authors.map((author) => element('dc:creator', [text(author)])),
      ...(card.section ? [element('category', [text(card.section)])] : []),
      element('dc:publisher', [text(card.publisherName)]),
    ]),
  );
  const head = [
    element('title', [text(title)]),
    element('link', [text(url)]),
    element('description', [text(title)]),
    ...(language ? [element('language', [text(language)])] : []),
    ...(self ? [`<atom:link rel="self" type="application/rss+xml" href="${text(self)}"/>`] : []),
  ];
  const namespaces =
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"';
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" ${namespaces}>${element('channel', [...head, ...items])}</rss>
`;
}

/** Cards as JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export function toJsonFeed(
  { title, url, self, language }: Channel,
  cards: readonly ArticleCard[],
): Record<string, unknown> {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: url,
    ...(self && { feed_url: self }),
    ...(language && { language }),
    items: cards.map((card) => ({
      id: `nashra:${card.id}`,
      url: card.url,
      title: card.title,
      content_text: card.summary ?? card.title,
      date_published: card.publishedAt.toISOString(),
      ...(card.language && { language: card.language }),
      ...(card.image && { image: card.image.url }),
      authors: [...card.authors, card.publisherName].map((name) => ({ name })),
      ...(card.section && { tags: [card.section] }),
    })),
  };
}

const element = (name: string, inner: readonly string[]) => `<${name}>${inner.join('')}</${name}>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** For XML: markup escaped, and controls that XML has not left out. */
const text = (value: string) =>
  value
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, (it) => (/[\t\n\r]/.test(it) ? it : ''))
    .replace(/[&<>"]/g, (it) => ENTITIES[it] ?? it);
