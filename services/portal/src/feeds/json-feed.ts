import type { Channel } from './channel.ts';

/** JSON Feed 1.1. */
export function jsonFeed({
  title,
  description,
  icon,
  page,
  self,
  language,
  entries,
}: Channel): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    icon,
    home_page_url: page,
    feed_url: self,
    language,
    items: entries.map((it) => ({
      id: it.address,
      url: it.address,
      external_url: it.source,
      title: it.title,
      content_text: it.summary ?? it.title,
      ...(it.summary !== null && { summary: it.summary }),
      ...(it.image !== null && { image: it.image }),
      date_published: it.publishedAt.toISOString(),
      ...(it.updatedAt > it.publishedAt && { date_modified: it.updatedAt.toISOString() }),
      authors: (it.authors.length > 0 ? it.authors : [it.publisher]).map((name) => ({ name })),
      ...(it.language !== null && { language: it.language }),
      ...(it.section !== null && { tags: [it.section] }),
    })),
  });
}
