import type { Queryable } from '@nashra/db';
import type { Reason } from './reasons.ts';
import { idOfAge } from './rechecks.ts';

const NOT_AN_ARTICLE: Reason = 'not_an_article';

/** What became of a page that a source showed first. */
export interface FoundPage {
  readonly address: string;
  readonly isArticle: boolean;
}

/** The newest pages that a source showed first, as far as reading them has told what they are. */
export async function fatesOfPages(
  db: Queryable,
  foundIn: number,
  { days, limit }: { readonly days: number; readonly limit: number },
): Promise<FoundPage[]> {
  const after = await idOfAge(db, days * 86_400_000);
  const rows = await db
    .selectFrom('address')
    .select(['address', 'article_id'])
    .where('found_in', '=', foundIn)
    .where('kind', '=', 'article')
    .where('id', '>', after)
    .where((eb) => eb.or([eb('article_id', 'is not', null), eb('reason', '=', NOT_AN_ARTICLE)]))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ address: row.address, isArticle: row.article_id !== null }));
}
