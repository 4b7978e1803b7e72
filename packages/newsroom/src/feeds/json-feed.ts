import type { Edition, Item } from '../edition.ts';
import { articleHtml, summaryOf } from '../pages/body.ts';

/** JSON Feed 1.1. */
export function jsonFeed(edition: Edition, items: readonly Item[], self: string): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: edition.title,
    home_page_url: `${edition.origin}/`,
    feed_url: self,
    language: edition.publisher.language,
    items: items.map((item) => ({
      id: String(item.story.n),
      url: item.url,
      title: item.title,
      summary: summaryOf(item),
      ...(edition.publisher.fullText && { content_html: articleHtml(item) }),
      image: item.image,
      date_published: edition.iso(item.publishedAt),
      ...(item.isChanged && { date_modified: edition.iso(item.updatedAt) }),
      authors: [{ name: item.author }],
      tags: [item.section],
    })),
  };
  return JSON.stringify(feed, null, 1);
}
