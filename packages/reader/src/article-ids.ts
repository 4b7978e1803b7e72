import type { Reader } from './open-reader.ts';

export interface WalkOptions {
  /** The last id that was worked through. */
  readonly after?: number | undefined;
  /** Published at or after. */
  readonly since?: Date | undefined;
  /** Published before. */
  readonly until?: Date | undefined;
  readonly step?: number | undefined;
}

const STEP = 500;

/** The ids of all articles there are, in order, some at a time; no transaction stays open meanwhile. */
export async function* articleIds(
  reader: Reader,
  { after = 0, since, until, step = STEP }: WalkOptions = {},
): AsyncGenerator<readonly number[]> {
  for (let last = after; ; ) {
    const rows = await reader
      .selectFrom('reader.timeline')
      .select('article_id')
      .where('article_id', '>', last)
      .$if(since !== undefined, (query) => query.where('published_at', '>=', since as Date))
      .$if(until !== undefined, (query) => query.where('published_at', '<', until as Date))
      .orderBy('article_id')
      .limit(step)
      .execute();
    const end = rows.at(-1);
    if (!end) return;
    yield rows.map((row) => row.article_id);
    last = end.article_id;
  }
}
