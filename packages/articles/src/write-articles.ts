import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { causesOf } from './causes.ts';
import { asPoison } from './poison-row-error.ts';
import { tie } from './tie.ts';
import { writeChanges } from './write-changes.ts';
import type { Written } from './written.ts';

/**
 * Makes the decided drafts of these addresses the next revisions of their articles: text and search vector are there
 * already, so rows are only tied together. The changes come last, since the latch on their order is held to the commit.
 * The caller has locked the addresses, and says of which the bytes lay here before: those are `reread`.
 *
 * @throws PoisonRowError when the database refuses a row itself
 */
export async function writeArticles(
  tx: Queryable,
  addressIds: readonly number[],
  { reread = new Set() }: { readonly reread?: ReadonlySet<number> } = {},
): Promise<Written[]> {
  try {
    const rows = await lockDecided(tx, addressIds);
    if (rows.length === 0) return [];
    const { images, revised } = await tie(tx, rows);
    await hideSuperseded(tx, rows);
    const causes = await causesOf(tx, rows, { revised }, reread);
    await writeChanges(tx, rows, { images, causes });
    return rows;
  } catch (error) {
    throw asPoison(error);
  }
}

/** In the order of their articles, each with the number of the revision to write; the articles locked. */
async function lockDecided(tx: Queryable, addressIds: readonly number[]): Promise<Written[]> {
  const { rows } = await sql<{ addressId: number; articleId: number; revision: number | null }>`
    select d.address_id as "addressId", d.article_id as "articleId", a.revision
    from (select address_id, article_id from nashra.draft
      where address_id = any(${[...addressIds]}::bigint[]) and article_id is not null
      order by article_id, address_id) d
    left join lateral (select revision from nashra.article where id = d.article_id for update) a on true`.execute(
    tx,
  );
  const numbers = new Map<number, number>();
  return rows.map(({ addressId, articleId, revision }) => {
    if (revision === null) throw new Error(`article ${articleId} is not claimed`);
    const number = (numbers.get(articleId) ?? revision) + 1;
    numbers.set(articleId, number);
    return { addressId, articleId, number };
  });
}

/** Who searches finds what articles say now. */
async function hideSuperseded(tx: Queryable, rows: readonly Written[]): Promise<void> {
  const revised = rows.filter(({ number }) => number > 1).map(({ articleId }) => articleId);
  if (revised.length === 0) return;
  await sql`
    update nashra.content c set search = null
    from nashra.revision r join nashra.article a on a.id = r.article_id
    where r.article_id = any(${revised}::bigint[]) and r.number < a.revision
      and c.id = r.content_id and c.search is not null`.execute(tx);
}
