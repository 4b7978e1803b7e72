import type { Edition, Item } from '../edition.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { summaryOf } from '../pages/body.ts';

/** RSS 1.0, with Dublin Core for what it lacks. */
export function rdf(edition: Edition, items: readonly Item[], self: string): string {
  const { publisher, origin } = edition;
  const sequence = items
    .map((item) => `<rdf:li rdf:resource="${escapeMarkup(item.url)}"/>`)
    .join('');
  return `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${escapeMarkup(self)}">
<title>${escapeMarkup(edition.title)}</title>
<link>${origin}/</link>
<description>${escapeMarkup(edition.title)}</description>
<dc:language>${publisher.language}</dc:language>
<items><rdf:Seq>${sequence}</rdf:Seq></items>
</channel>
${items.map((item) => entry(edition, item)).join('\n')}
</rdf:RDF>
`;
}

function entry(edition: Edition, item: Item): string {
  return `<item rdf:about="${escapeMarkup(item.url)}">
<title>${escapeMarkup(item.title)}</title>
<link>${escapeMarkup(item.url)}</link>
<description>${escapeMarkup(summaryOf(item))}</description>
<dc:creator>${escapeMarkup(item.author)}</dc:creator>
<dc:subject>${escapeMarkup(item.section)}</dc:subject>
<dc:date>${edition.iso(item.updatedAt)}</dc:date>
</item>`;
}
