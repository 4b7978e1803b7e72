import { sql } from 'kysely';
import type { Reader } from './open-reader.ts';
import { CursorError } from './page.ts';

/** What to search within, and how much of it to give. */
export interface SearchOptions {
  /** BCP 47; a primary language takes its regions in. */
  readonly language?: string | undefined;
  /** Slug or name. */
  readonly publisher?: string | undefined;
  readonly since?: Date | undefined;
  /** Exclusive. */
  readonly until?: Date | undefined;
  /** Default 20, at most 1,000. */
  readonly limit?: number | undefined;
  /** The cursor of the last row seen. */
  readonly after?: string | undefined;
}

export interface Found {
  readonly id: number;
  readonly title: string;
  /** Slug. */
  readonly publisher: string;
  readonly url: string;
  readonly publishedAt: Date;
  readonly language: string | null;
  readonly storyId: number;
  /** Comparable with its neighbours only. */
  readonly rank: number;
  /** Original text around the first hit, hits between `<mark>` and `</mark>`; not escaped otherwise. */
  readonly snippet: string;
  readonly cursor: string;
}

/** What the database says of a cursor that is none. */
const NO_CURSOR = 'NS004';

/**
 * Articles that answer a question, as `reader.search` of the database says it.
 *
 * @throws CursorError
 */
export async function search(
  reader: Reader,
  question: string,
  { language, publisher, since, until, limit, after }: SearchOptions = {},
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select id, title, publisher, url, published_at as "publishedAt", language, story_id as "storyId", rank, snippet, cursor
    from reader.search(${question}, language => ${language ?? null}, publisher => ${publisher ?? null},
      since => ${since ?? null}, until => ${until ?? null}, "limit" => ${limit ?? null}, after => ${after ?? null})`
    .execute(reader)
    .catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== NO_CURSOR) throw error;
      throw new CursorError('That is no cursor of a search.', { cause: error });
    });
  return rows;
}

/** What may have been meant by a question that finds little; null where there is nothing better. */
export async function suggest(reader: Reader, question: string): Promise<string | null> {
  const { rows } = await sql<{
    meant: string | null;
  }>`select reader.suggest(${question}) as meant`.execute(reader);
  return rows[0]?.meant ?? null;
}
