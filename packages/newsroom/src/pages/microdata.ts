import type { Edition, Item } from '../edition.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { books } from '../story.ts';
import { interruption, paragraphsOf } from './body.ts';
import { frame } from './frame.ts';

/** Schema.org in attributes, little in the head, section titles between the paragraphs. */
export function microdataPage(edition: Edition, item: Item, others: readonly Item[]): string {
  const { labels } = books[edition.publisher.language];
  const paragraphs = paragraphsOf(item).map((text) => `<p>${escapeMarkup(text)}</p>`);
  paragraphs.splice(3, 0, interruption(item, others[0]));
  const updated = item.isChanged
    ? ` · ${labels.updated} <time itemprop="dateModified" datetime="${edition.iso(item.updatedAt)}">${edition.visible(item.updatedAt)}</time>`
    : '';
  const related = others
    .slice(0, 3)
    .map(
      (other) => `<li><a href="${escapeMarkup(other.url)}">${escapeMarkup(other.title)}</a></li>`,
    )
    .join('');
  const main = `<div itemscope itemtype="https://schema.org/NewsArticle" class="story">
<p class="kicker" itemprop="articleSection">${item.section}</p>
<h1 itemprop="headline">${escapeMarkup(item.title)}</h1>
<p class="meta">${labels.by} <span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${escapeMarkup(item.author)}</span></span> · ${labels.published} <time itemprop="datePublished" datetime="${edition.iso(item.publishedAt)}">${edition.visible(item.publishedAt)}</time>${updated}</p>
<figure><img itemprop="image" src="/media/${item.story.n}.png" alt="${escapeMarkup(item.caption)}"><figcaption>${escapeMarkup(item.caption)}</figcaption></figure>
<div itemprop="articleBody" class="story-text">
${paragraphs.join('\n')}
</div>
<ul class="share"><li><a href="#m">${labels.share}</a></li></ul>
<div class="more"><h2>${labels.related}</h2><ul>${related}</ul></div>
</div>`;
  return frame(edition, {
    head: `<link rel="canonical" href="${escapeMarkup(item.url)}">\n<meta name="author" content="${escapeMarkup(item.author)}">`,
    title: item.title,
    main,
    sidebar: others.slice(0, 5),
  });
}
