import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// As the programs of the project do: what was compiled once is not compiled by the next process.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/nashra'));
const { extract } = await import('@nashra/extract');

interface Article {
  title: string;
  authors: readonly string[];
  publishedAt: string | null;
  modifiedAt: string | null;
  language: string | null;
  body: string;
  html: string;
  isArticle: boolean;
  image: string | null;
  canonical: string | null;
  paywalled: boolean;
  liveBlog: boolean;
  sureness: { body: number; title: number; authors: number; date: number; article: number };
}

type Evidence = { instant: string; precision: string } | null;

/** A date known only by its day is written as the day the page wrote, without a time. */
const written = (date: Evidence): string | null =>
  date && (date.precision === 'day' ? date.instant.slice(0, 10) : date.instant);

export default function article(
  bytes: Uint8Array,
  options: {
    url: string;
    contentType?: string;
    publisher?: { timeZone: string };
    now?: Date;
  },
): Article {
  const found = extract(bytes, options);
  const { title, authors, language, body, html, isArticle, paywalled, liveBlog } = found;
  return {
    title,
    authors,
    publishedAt: written(found.published),
    modifiedAt: written(found.modified),
    language,
    body,
    html,
    isArticle,
    image: found.leadImage?.url ?? null,
    canonical: found.canonicalUrl,
    paywalled,
    liveBlog,
    sureness: found.sureness,
  };
}
