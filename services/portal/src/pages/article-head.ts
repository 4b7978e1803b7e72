import type { ArticleImage, ReaderArticle } from '@nashra/reader';
import { Html, html } from '@nashra/site';
import { articlePath } from '../site/paths.ts';
import type { View } from '../site/view.ts';
import { nameOf } from './publisher-name.ts';

/** What other sites and search engines are told of an article: Open Graph, and schema.org as JSON-LD. */
export function articleHead(
  view: View,
  article: ReaderArticle,
  image: Pick<ArticleImage, 'id' | 'alt'> | undefined,
): Html {
  const { title, summary, language, publishedAt, modifiedAt, authors, section } = article;
  const address = view.origin + view.href(articlePath(article));
  const picture = image && view.origin + view.imageSrc(image.id)(736);
  const published = publishedAt.toISOString();
  const properties: readonly (readonly [string, string | null | undefined])[] = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', summary],
    ['og:url', address],
    ['og:site_name', view.words.site],
    ['og:locale', language],
    ['og:image', picture],
    ['og:image:alt', image?.alt],
    ['article:published_time', published],
    ['article:modified_time', modifiedAt?.toISOString()],
    ['article:section', section],
    ...authors.map((it) => ['article:author', it] as const),
  ];
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: summary ?? undefined,
    inLanguage: language ?? undefined,
    datePublished: published,
    dateModified: modifiedAt?.toISOString(),
    author: authors.map((name) => ({ '@type': 'Person', name })),
    publisher: {
      '@type': 'NewsMediaOrganization',
      name: nameOf(view, article.publisher, article.publisherName),
    },
    image: picture,
    mainEntityOfPage: address,
    isBasedOn: article.url,
  };
  return html`${properties.map(([name, value]) => value && html`<meta property="${name}" content="${value}">`)}
    <meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}">
    <script type="application/ld+json">${jsonWithin(facts)}</script>`;
}

/** JSON that no text of it can end the element of: a script element holds no markup, but ends at `</script`. */
export function jsonWithin(value: unknown): Html {
  return new Html(
    JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}
