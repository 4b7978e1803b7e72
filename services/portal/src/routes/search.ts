import type { Library } from '../library/library.ts';
import { searchPage } from '../pages/search.ts';
import type { Site } from '../site/site.ts';

const PAGE_LENGTH = 20;
/** Who finds so few may have meant something else. */
const FEW = 3;

export function serveSearch(site: Site, library: Library): void {
  site.page('/search', async ({ query, after }, view) => {
    const question = textOf(query['q']);
    const asked = textOf(query['language']);
    const language = /^[a-z]{2,3}$/.test(asked) ? asked : '';
    const asking = { question, language, meant: null, next: null };
    if (question === '') return searchPage(view, { ...asking, found: undefined });
    const rows = await library.search(question, {
      ...(language && { language }),
      after,
      limit: PAGE_LENGTH + 1,
    });
    const found = rows.slice(0, PAGE_LENGTH);
    const next = rows.length > PAGE_LENGTH ? (found.at(-1)?.cursor ?? null) : null;
    const meant = rows.length < FEW ? await library.suggest(question) : null;
    return searchPage(view, { question, language, meant, found, next });
  });
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim().slice(0, 200) : '';
