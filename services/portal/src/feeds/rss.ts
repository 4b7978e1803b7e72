import { html } from '@nashra/site';
import type { Channel } from './channel.ts';

/** RSS 2.0 with Atom's link to itself, Dublin Core's creators and languages, and images as Media RSS has them. */
export function rss({
  title,
  description,
  page,
  self,
  language,
  updated,
  entries,
}: Channel): string {
  return html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>${title}</title><link>${page}</link><description>${description}</description><language>${language}</language>
<lastBuildDate>${updated.toUTCString()}</lastBuildDate><atom:link href="${self}" rel="self" type="application/rss+xml"/>
${entries.map(
  (
    it,
  ) => html`<item><title>${it.title}</title><link>${it.address}</link><guid isPermaLink="true">${it.address}</guid>
<pubDate>${it.publishedAt.toUTCString()}</pubDate><source url="${it.source}">${it.publisher}</source>
${it.authors.map((name) => html`<dc:creator>${name}</dc:creator>`)}${it.section && html`<category>${it.section}</category>`}${it.language && html`<dc:language>${it.language}</dc:language>`}${it.image && html`<media:content url="${it.image}" medium="image"/>`}
${it.summary && html`<description>${html`${it.summary}`.text}</description>`}</item>
`,
)}</channel></rss>
`.text;
}
