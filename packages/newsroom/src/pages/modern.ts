import type { Edition, Item } from '../edition.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { books } from '../story.ts';
import { interruption, paragraphsOf, summaryOf } from './body.ts';
import { frame } from './frame.ts';

/** As the popular blogging software makes it: JSON-LD and Open Graph in the head, the text in `entry-content`. */
export function modernPage(edition: Edition, item: Item, others: readonly Item[]): string {
  const { labels } = books[edition.publisher.language];
  const paragraphs = paragraphsOf(item).map((text) => `<p>${escapeMarkup(text)}</p>`);
  paragraphs.splice(2, 0, interruption(item, others[0]));
  const related = others
    .slice(1, 4)
    .map(
      (other) =>
        `<article class="card"><a href="${escapeMarkup(other.url)}"><img src="${other.image}" alt=""><h4>${escapeMarkup(other.title)}</h4></a><time>${edition.visible(other.publishedAt)}</time></article>`,
    );
  const main = `<nav class="breadcrumb"><a href="/">${labels.home}</a> › <a href="/section/${encodeURIComponent(item.section)}">${item.section}</a></nav>
<article class="post-${item.story.n} post type-post hentry">
<header class="entry-header"><h1 class="entry-title">${escapeMarkup(item.title)}</h1>
<div class="entry-meta"><span class="byline">${labels.by} <a rel="author" href="/author/${encodeURIComponent(item.author)}">${escapeMarkup(item.author)}</a></span> · <time class="entry-date" datetime="${edition.iso(item.publishedAt)}">${edition.visible(item.publishedAt)}</time></div></header>
<div class="share-buttons"><span>${labels.share}</span><a href="#f">Facebook</a><a href="#w">WhatsApp</a><a href="#x">X</a></div>
<figure class="post-thumbnail"><img src="${item.image}" width="320" height="180" alt="${escapeMarkup(item.caption)}"><figcaption>${escapeMarkup(item.caption)}</figcaption></figure>
<div class="entry-content">
${paragraphs.join('\n')}
</div>
<div class="tags"><a href="/tag/1">${item.section}</a></div>
</article>
<section class="related-posts"><h3>${labels.related}</h3>${related.join('')}</section>
<section id="comments"><h3>${labels.comments} (${item.story.n % 5})</h3></section>`;
  return frame(edition, {
    head: head(edition, item),
    title: item.title,
    main,
    sidebar: others.slice(0, 5),
  });
}

function head(edition: Edition, item: Item): string {
  const published = edition.iso(item.publishedAt);
  const modified = edition.iso(item.updatedAt);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: item.title,
    datePublished: published,
    dateModified: modified,
    inLanguage: edition.publisher.language,
    author: [{ '@type': 'Person', name: item.author }],
    publisher: { '@type': 'NewsMediaOrganization', name: edition.title },
    image: [item.image],
    articleSection: item.section,
    mainEntityOfPage: item.url,
  };
  return `<link rel="canonical" href="${escapeMarkup(item.url)}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escapeMarkup(item.title)}">
<meta property="og:description" content="${escapeMarkup(summaryOf(item))}">
<meta property="og:image" content="${item.image}">
<meta property="og:site_name" content="${escapeMarkup(edition.title)}">
<meta property="article:published_time" content="${published}">
<meta property="article:modified_time" content="${modified}">
<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}
