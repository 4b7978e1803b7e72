import type { ArticleCard } from '@nashra/reader';
import { ASSETS } from '../assets/assets.ts';
import { nameOf } from '../pages/publisher-name.ts';
import { articlePath } from '../site/paths.ts';
import type { View } from '../site/view.ts';

/** A listing as programs follow it. */
export interface Channel {
  readonly title: string;
  /** Of the site, in a sentence. */
  readonly description: string;
  readonly icon: string;
  /** Absolute addresses: of the page, and of the feed itself. */
  readonly page: string;
  readonly self: string;
  readonly language: string;
  /** Of the latest change of an entry; of 1970 where it has none, so that the same rows make the same feed. */
  readonly updated: Date;
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** For good. */
  readonly address: string;
  readonly source: string;
  readonly title: string;
  readonly summary: string | null;
  readonly authors: readonly string[];
  readonly publisher: string;
  readonly section: string | null;
  readonly language: string | null;
  readonly publishedAt: Date;
  /** When what it says changed last. */
  readonly updatedAt: Date;
  /** Absolute, from us; null where it has none that may be shown. */
  readonly image: string | null;
}

export function channelOf(
  view: View,
  { title, path, self }: { title: string; path: string; self: string },
  cards: readonly ArticleCard[],
): Channel {
  const entries = cards.map((card) => entryOf(view, card));
  const newest = Math.max(0, ...entries.map((it) => it.updatedAt.getTime()));
  return {
    title: path === '/' ? view.words.site : `${title} · ${view.words.site}`,
    description: view.words.motto,
    icon: view.origin + ASSETS.icon.path,
    page: view.origin + view.href(path),
    self: view.origin + view.href(self),
    language: view.tongue,
    updated: new Date(newest),
    entries,
  };
}

function entryOf(view: View, card: ArticleCard): Entry {
  const { title, summary, authors, section, language, publishedAt, publisher, url } = card;
  const { image, display } = card;
  return {
    address: view.origin + view.href(articlePath(card)),
    source: url,
    title,
    summary,
    authors,
    section,
    language,
    publishedAt,
    // What came late was not changed since.
    updatedAt: card.revision > 1 && card.updatedAt > publishedAt ? card.updatedAt : publishedAt,
    image: image && display === 'full' ? view.origin + view.imageSrc(image.id)(736) : null,
    publisher: nameOf(view, publisher, card.publisherName),
  };
}
