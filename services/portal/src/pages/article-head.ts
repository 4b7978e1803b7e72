import type { ArticleImage, ReaderArticle } from '@nashra/reader';
import { Html, html } from '@nashra/site';
import { articlePath } from '../site/paths.ts';
import type { View } from '../site/view.ts';
import { wallTime } from '../words/dates.ts';
import { nameOf } from './publisher-name.ts';

/** What other sites and search engines are told of an article: Open Graph, and schema.org as JSON-LD. */
export function articleHead(
  view: View,
  article: ReaderArticle,
  image: Pick<ArticleImage, 'id' | 'alt'> | undefined,
): Html {
  const { title, language, modifiedAt, authors, section, tags } = article;
  const summary = descriptionOf(article);
  const address = view.origin + view.href(articlePath(article));
  const picture = image && view.origin + view.imageSrc(image.id)(736);
  const published = publishedText(article);
  const properties: readonly (readonly [string, string | null | undefined])[] = [
    ['og:type', 'article'],
    ['og:title', title],
    ['og:description', summary],
    ['og:url', address],
    ['og:site_name', view.words.site],
    ['og:locale', localeOf(language)],
    ['og:image', picture],
    ['og:image:alt', image?.alt],
    ['article:published_time', published],
    ['article:modified_time', modifiedAt?.toISOString()],
    ['article:section', section],
    ...tags.slice(0, MOST_TAGS).map((it) => ['article:tag', it] as const),
    ...authors.map((it) => ['article:author', it] as const),
  ];
  const publisher = {
    '@type': 'NewsMediaOrganization',
    name: nameOf(view, article.publisher, article.publisherName),
  };
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: summary ?? undefined,
    inLanguage: language ?? undefined,
    datePublished: published,
    dateModified: modifiedAt?.toISOString(),
    author: authors.length > 0 ? authors.map((name) => ({ '@type': 'Person', name })) : publisher,
    publisher,
    image: picture,
    mainEntityOfPage: address,
    isBasedOn: article.url,
  };
  return html`${properties.map(([name, value]) => value && html`<meta property="${name}" content="${value}">`)}
    <meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}">
    <script type="application/ld+json">${jsonWithin(facts)}</script>`;
}

const MOST_TAGS = 10;

/** As Open Graph writes it, with a country; of other languages it is not said. */
const LOCALES: Readonly<Record<string, string>> = { ar: 'ar_AR', fr: 'fr_FR', en: 'en_US' };

export function localeOf(language: string | null): string | undefined {
  return LOCALES[language?.slice(0, 2) ?? ''];
}

/** A day where no more is known, by its publisher's clock; nothing where it is only known when we saw it. */
function publishedText(article: ReaderArticle): string | undefined {
  const { publishedAt, publishedPrecision: precision, timeZone } = article;
  if (precision === 'minute' || precision === 'second') return publishedAt.toISOString();
  if (precision === null) return undefined;
  const { year, month, day } = wallTime(publishedAt, timeZone);
  return `${year}-${month}-${day}`;
}

const DESCRIPTION_LENGTH = 200;

/** Its summary; where it has none and all of it may be shown, how it begins. */
export function descriptionOf({ summary, body, rights }: ReaderArticle): string | null {
  if (summary !== null || rights?.snippet !== undefined) return summary;
  const start = body
    .slice(0, DESCRIPTION_LENGTH + 1)
    .replace(/\s+/g, ' ')
    .trim();
  if (start === '') return null;
  if (start.length <= DESCRIPTION_LENGTH) return start;
  const cut = start.slice(0, DESCRIPTION_LENGTH).toWellFormed();
  const end = cut.lastIndexOf(' ');
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
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
