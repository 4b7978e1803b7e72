import { extract } from '@nashra/extract';

interface Article {
  title: string;
  authors: readonly string[];
  publishedAt: string | null;
  modifiedAt: string | null;
  language: string | null;
  body: string;
  html: string;
  isArticle: boolean;
}

type Evidence = { instant: string; precision: string } | null;

/** A date known only by its day is written as the day the page wrote, without a time. */
const written = (date: Evidence): string | null =>
  date && (date.precision === 'day' ? date.instant.slice(0, 10) : date.instant);

export default function article(
  bytes: Uint8Array,
  options: { url: string; contentType?: string },
): Article {
  const { title, authors, published, modified, language, body, html, isArticle } = extract(
    bytes,
    options,
  );
  return {
    title,
    authors,
    publishedAt: written(published),
    modifiedAt: written(modified),
    language,
    body,
    html,
    isArticle,
  };
}
