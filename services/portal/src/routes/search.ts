import type { Library } from '../library/library.ts';
import { searchPage } from '../pages/search.ts';
import type { Site } from '../site/site.ts';

const PAGE_LENGTH = 20;

export function serveSearch(site: Site, library: Library): void {
  site.page('/search', async ({ query, after }, view) => {
    const question = textOf(query['q']);
    const asked = textOf(query['language']);
    const language = /^[a-z]{2,3}$/.test(asked) ? asked : '';
    const { search } = library;
    if (!search) return searchPage(view, { question, language, found: null, next: null });
    if (question === '')
      return searchPage(view, { question, language, found: undefined, next: null });
    const rows = await search(question, {
      ...(language && { language }),
      after,
      limit: PAGE_LENGTH + 1,
    });
    const found = rows.slice(0, PAGE_LENGTH);
    const next = rows.length > PAGE_LENGTH ? (found.at(-1)?.cursor ?? null) : null;
    return searchPage(view, { question, language, found, next });
  });
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim().slice(0, 200) : '';
