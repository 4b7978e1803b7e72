import type { Library } from '../library/library.ts';
import { type Asking, PERIODS, searchPage } from '../pages/search.ts';
import type { Ask, Site } from '../site/site.ts';

const PAGE_LENGTH = 20;
/** Who finds so few may have meant something else. */
const FEW = 3;

export function serveSearch(site: Site, library: Library): void {
  site.page('/search', async ({ query, after }, view) => {
    const asking = askingOf(query);
    const { question, language, publisher, period } = asking;
    if (question === '')
      return searchPage(view, { ...asking, meant: null, next: null, found: undefined });
    const rows = await library.search(question, {
      ...(language && { language }),
      ...(publisher && { publisher }),
      ...(period && { since: new Date(Date.now() - PERIODS[period]) }),
      after,
      limit: PAGE_LENGTH + 1,
    });
    const found = rows.slice(0, PAGE_LENGTH);
    const next = rows.length > PAGE_LENGTH ? (found.at(-1)?.cursor ?? null) : null;
    const meant = rows.length < FEW ? await library.suggest(question) : null;
    return searchPage(view, { ...asking, meant, found, next });
  });
}

/** What is asked, and within what; of a form that was filled in by hand only what is understood. */
function askingOf(query: Ask['query']): Asking {
  const language = textOf(query['language']);
  const period = textOf(query['period']);
  return {
    question: textOf(query['q']),
    language: /^[a-z]{2,3}$/.test(language) ? language : '',
    publisher: textOf(query['publisher']),
    period: Object.hasOwn(PERIODS, period) ? (period as keyof typeof PERIODS) : '',
  };
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value.trim().slice(0, 200) : '';
