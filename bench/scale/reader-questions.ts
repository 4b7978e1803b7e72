import type { Db } from '@nashra/db';
import {
  type ArticleFilter,
  asReader,
  changesAfter,
  listArticles,
  listDays,
  listHeadlines,
  listMonths,
  listPublishers,
  listSections,
  readArticle,
  readStory,
} from '@nashra/reader';
import { sql } from 'kysely';

const DAY_MS = 86_400_000;

/** What readers ask of `fill`'s rows: the first page of each list, and one from the middle of all there is. */
export async function readerQuestions(
  db: Db,
  articles: number,
): Promise<Record<string, () => Promise<unknown>>> {
  const reader = asReader(db);
  const { rows } = await sql<{ id: number; micros: number }>`
    select max(id) as id, (extract(epoch from min(published_at) + (max(published_at) - min(published_at)) / 2)
      * 1000000)::bigint as micros
    from nashra.article`.execute(db);
  const { id, micros } = rows[0] ?? { id: 0, micros: 0 };
  const after = `${micros.toString(36)}.1`;
  const filters: Record<string, ArticleFilter> = {
    all: {},
    publisher: { publisher: 'filled-7' },
    country: { country: 'MA' },
    section: { section: 'Section 7' },
    author: { author: 'author 7' },
    language: { language: 'ar' },
    rareLanguage: { language: 'es' },
    day: { day: new Date(Date.now() - DAY_MS).toISOString().slice(0, 10) },
    perStory: { onePerStory: true },
    countryPerStory: { country: 'MA', onePerStory: true },
    sectionPerStory: { section: 'Section 7', onePerStory: true },
  };
  const lists = Object.entries(filters).flatMap(([name, filter]) => [
    [name, () => listArticles(reader, filter)] as const,
    [`${name}, deep`, () => listArticles(reader, filter, { after })] as const,
  ]);
  return {
    ...Object.fromEntries(lists),
    headlines: () => listHeadlines(reader),
    'headlines, deep': () => listHeadlines(reader, { after }),
    article: () => readArticle(reader, id),
    story: () => readStory(reader, id),
    publishers: () => listPublishers(reader),
    sections: () => listSections(reader),
    months: () => listMonths(reader),
    days: () => listDays(reader, new Date().toISOString().slice(0, 7)),
    changes: () => changesAfter(reader, Math.floor(articles / 2), 1_000),
  };
}
