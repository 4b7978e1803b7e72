import type { Reader } from './open-reader.ts';

export interface QueryMatch {
  /** Name of the saved query. */
  readonly query: string;
  /** Read on with `seq > ` the last one seen. */
  readonly seq: number;
  /** `match`: the article answers the query; `removed`: it was taken down, forget it. */
  readonly event: 'match' | 'removed';
  readonly articleId: number;
  readonly at: Date;
}

/** What came to answer one saved query, or all of them, in order. */
export async function matchesAfter(
  reader: Reader,
  {
    query,
    after,
    limit,
  }: { readonly query?: string | undefined; readonly after: number; readonly limit: number },
): Promise<QueryMatch[]> {
  return await reader
    .selectFrom('reader.query_matches')
    .select(['query', 'seq', 'event', 'article_id as articleId', 'at'])
    .$if(query !== undefined, (matches) => matches.where('query', '=', query ?? ''))
    .where('seq', '>', after)
    .orderBy('seq')
    .orderBy('query')
    .limit(limit)
    .execute();
}
