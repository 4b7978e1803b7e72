import type { Edition, Item } from '../edition.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { articleHtml, summaryOf } from '../pages/body.ts';

/** RSS 2.0 with the modules that blogging software adds. */
export function rss(edition: Edition, items: readonly Item[], self: string): string {
  const { publisher, origin } = edition;
  const encoding = publisher.charset;
  const built = items[0] ? edition.rfc822(items[0].publishedAt) : '';
  return `<?xml version="1.0" encoding="${encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${escapeMarkup(edition.title)}</title>
<link>${origin}/</link>
<atom:link href="${escapeMarkup(self)}" rel="self" type="application/rss+xml"/>
<description>${escapeMarkup(edition.title)}</description>
<language>${publisher.language}-${publisher.country}</language>
<lastBuildDate>${built}</lastBuildDate>
${items.map((item) => entry(edition, item)).join('\n')}
</channel>
</rss>
`;
}

function entry(edition: Edition, item: Item): string {
  const full = edition.publisher.fullText
    ? `\n<content:encoded><![CDATA[${articleHtml(item)}]]></content:encoded>`
    : '';
  const updated = item.isChanged
    ? `\n<atom:updated>${edition.iso(item.updatedAt)}</atom:updated>`
    : '';
  return `<item>
<title>${escapeMarkup(item.title)}</title>
<link>${escapeMarkup(item.url)}</link>
<guid isPermaLink="false">${edition.origin}/?p=${item.story.n}</guid>
<pubDate>${edition.rfc822(item.publishedAt)}</pubDate>${updated}
<dc:creator>${escapeMarkup(item.author)}</dc:creator>
<category>${escapeMarkup(item.section)}</category>
<media:content url="${item.image}" medium="image" type="image/png"/>
<description>${escapeMarkup(`<p>${escapeMarkup(summaryOf(item))}</p>`)}</description>${full}
</item>`;
}
