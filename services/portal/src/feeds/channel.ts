import type { ArticleCard } from '@nashra/reader';
import { nameOf } from '../pages/publisher-name.ts';
import { articlePath } from '../site/paths.ts';
import type { View } from '../site/view.ts';

/** A listing as programs follow it. */
export interface Channel {
  readonly title: string;
  /** Absolute addresses: of the page, and of the feed itself. */
  readonly page: string;
  readonly self: string;
  readonly language: string;
  /** Of its newest entry; of 1970 where it has none, so that the same rows make the same feed. */
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
}

export function channelOf(
  view: View,
  { title, path, self }: { title: string; path: string; self: string },
  cards: readonly ArticleCard[],
): Channel {
  const entries = cards.map((card) => entryOf(view, card));
  const newest = Math.max(0, ...entries.map((it) => it.publishedAt.getTime()));
  return {
    title: path === '/' ? view.words.site : `${title} · ${view.words.site}`,
    page: view.origin + view.href(path),
    self: view.origin + view.href(self),
    language: view.tongue,
    updated: new Date(newest),
    entries,
  };
}

function entryOf(view: View, card: ArticleCard): Entry {
  const { title, summary, authors, section, language, publishedAt, publisher, url } = card;
  return {
    address: view.origin + view.href(articlePath(card)),
    source: url,
    title,
    summary,
    authors,
    section,
    language,
    publishedAt,
    publisher: nameOf(view, publisher, card.publisherName),
  };
}
