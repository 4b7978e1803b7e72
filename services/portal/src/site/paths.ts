/** First parts of a path that are ours: a publisher of such a slug is found under `/publisher/`. */
const TAKEN: ReadonlySet<string> = new Set(
  'about api archive assets author country day en events fr image month publisher publishers report search section sections sitemap story strip'.split(
    ' ',
  ),
);

export function publisherPath(slug: string): string {
  return TAKEN.has(slug) ? `/publisher/${slug}` : `/${slug}`;
}

/** For good: whatever becomes of the title or the story. */
export function articlePath({ publisher, id }: { publisher: string; id: number }): string {
  return `${publisherPath(publisher)}/${id}`;
}

export const revisionsPath = (article: { publisher: string; id: number }): string =>
  `${articlePath(article)}/revisions`;

export const sectionPath = (name: string): string => `/section/${encodeURIComponent(name)}`;
export const authorPath = (name: string): string => `/author/${encodeURIComponent(name)}`;
export const countryPath = (code: string): string => `/country/${code.toLowerCase()}`;
export const dayPath = (day: string): string => `/day/${day}`;
export const monthPath = (month: string): string => `/month/${month}`;
