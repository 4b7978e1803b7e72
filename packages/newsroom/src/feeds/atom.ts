import type { Edition, Item } from '../edition.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { articleHtml, summaryOf } from '../pages/body.ts';

/** RFC 4287. */
export function atom(edition: Edition, items: readonly Item[], self: string): string {
  const { publisher, origin } = edition;
  const updated = Math.max(0, ...items.map((item) => item.updatedAt));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${publisher.language}">
<title>${escapeMarkup(edition.title)}</title>
<id>tag:${publisher.slug}.example,2026:feed</id>
<updated>${edition.iso(updated)}</updated>
<link rel="self" type="application/atom+xml" href="${escapeMarkup(self)}"/>
<link rel="alternate" type="text/html" href="${origin}/"/>
${items.map((item) => entry(edition, item)).join('\n')}
</feed>
`;
}

function entry(edition: Edition, item: Item): string {
  const { slug, fullText } = edition.publisher;
  const full = fullText
    ? `\n<content type="html">${escapeMarkup(articleHtml(item))}</content>`
    : '';
  return `<entry>
<id>tag:${slug}.example,2026:${item.story.n}</id>
<title>${escapeMarkup(item.title)}</title>
<link rel="alternate" type="text/html" href="${escapeMarkup(item.url)}"/>
<link rel="enclosure" type="image/png" href="${item.image}"/>
<published>${edition.iso(item.publishedAt)}</published>
<updated>${edition.iso(item.updatedAt)}</updated>
<author><name>${escapeMarkup(item.author)}</name></author>
<category term="${escapeMarkup(item.section)}"/>
<summary>${escapeMarkup(summaryOf(item))}</summary>${full}
</entry>`;
}
