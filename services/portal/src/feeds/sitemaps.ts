import type { ArticleCard } from '@nashra/reader';
import { html } from '@nashra/site';
import { nameOf } from '../pages/publisher-name.ts';
import { articlePath } from '../site/paths.ts';
import type { View } from '../site/view.ts';

/** A sitemap may name so many (sitemaps.org). */
export const MOST_ADDRESSES = 50_000;
/** And one of news so many, of the last two days. */
export const MOST_NEWS = 1_000;
export const NEWS_MS = 48 * 3_600_000;

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The index: the news, and a sitemap for each day. */
export function sitemapIndex({ origin }: View, days: readonly { readonly day: string }[]): string {
  const paths = ['news', ...days.slice(0, MOST_ADDRESSES - 1).map((it) => it.day)];
  return html`<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="${NAMESPACE}">
${paths.map((it) => html`<sitemap><loc>${origin}/sitemap/${it}.xml</loc></sitemap>\n`)}</sitemapindex>
`.text;
}

export function daySitemap({ origin }: View, cards: readonly ArticleCard[]): string {
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="${NAMESPACE}">
${cards.map((it) => html`<url><loc>${origin}${articlePath(it)}</loc><lastmod>${it.updatedAt.toISOString()}</lastmod></url>\n`)}</urlset>
`.text;
}

export function newsSitemap(view: View, cards: readonly ArticleCard[]): string {
  return html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="${NAMESPACE}" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${cards.map(
  (
    it,
  ) => html`<url><loc>${view.origin}${articlePath(it)}</loc><news:news><news:publication><news:name>${nameOf(view, it.publisher, it.publisherName)}</news:name>
<news:language>${it.language?.slice(0, 2) ?? 'ar'}</news:language></news:publication>
<news:publication_date>${it.publishedAt.toISOString()}</news:publication_date><news:title>${it.title}</news:title></news:news></url>
`,
)}</urlset>
`.text;
}
