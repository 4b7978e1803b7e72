import { type Act, record } from '@nashra/audit';
import { type Queryable, tallying } from '@nashra/db';
import { sql } from 'kysely';
import { latchChanges } from './latches.ts';
import { shelving } from './shelves.ts';
import { spanning } from './spanning.ts';
import { tellChange } from './tell-change.ts';

/** An article that cannot be taken down, or put back. */
export class TakedownError extends Error {
  override name = 'TakedownError';
  readonly code = 'TAKEDOWN_UNFIT';
}

/**
 * Takes an article down: no view shows it, its story is told without it, and its id stays known, so that its page is not
 * read as new. Its revisions and the kept bytes stay for whoever has to answer for it.
 *
 * @throws TakedownError when there is none, or it is down already
 */
export async function removeArticle(tx: Queryable, act: Act, articleId: number): Promise<void> {
  await turn(tx, articleId, {
    to: sql`removed_at = now(), removed_by = 'operator', content_id = null`,
    from: sql`a.removed_at is null`,
    more: -1,
    refusal: 'is not shown',
  });
  await record(tx, act, { action: 'article.remove', subject: `article ${articleId}` });
  await tellChange(tx, { kind: 'article_removed', articleId, cause: 'operator' });
}

/**
 * Shows an article again that was taken down, as its last revision has it.
 *
 * @throws TakedownError when it is not down
 */
export async function restoreArticle(tx: Queryable, act: Act, articleId: number): Promise<void> {
  await turn(tx, articleId, {
    to: SHOWN,
    from: sql`a.removed_at is not null`,
    more: 1,
    refusal: 'was not taken down',
  });
  await record(tx, act, { action: 'article.restore', subject: `article ${articleId}` });
  await tellChange(tx, { kind: 'article_restored', articleId, cause: 'operator' });
}

/** As the last revision has it. */
const SHOWN = sql`removed_at = null, removed_by = null, content_id = (select r.content_id from nashra.revision r
  where r.article_id = a.id and r.number = a.revision)`;

/** Takes down what its publisher took down: shown again as soon as its page is. False where nothing was shown. */
export async function withdrawArticle(tx: Queryable, articleId: number): Promise<boolean> {
  const isTurned = await tryTurn(tx, articleId, {
    to: sql`removed_at = now(), removed_by = 'source', content_id = null`,
    from: sql`a.removed_at is null`,
    more: -1,
  });
  if (isTurned) await tellChange(tx, { kind: 'article_removed', articleId, cause: 'source' });
  return isTurned;
}

/** Shows again what was withdrawn. False where it is shown, or an operator took it down. */
export async function readmitArticle(tx: Queryable, articleId: number): Promise<boolean> {
  const from = sql`a.removed_by = 'source'`;
  const isTurned = await tryTurn(tx, articleId, { to: SHOWN, from, more: 1 });
  if (isTurned) await tellChange(tx, { kind: 'article_restored', articleId, cause: 'source' });
  return isTurned;
}

/** Some articles that are withdrawn, after an id, with the addresses of their pages. */
export async function withdrawnArticles(
  db: Queryable,
  after: number,
  limit: number,
): Promise<{ readonly id: number; readonly addressId: number }[]> {
  return await db
    .selectFrom('article')
    .select(['id', 'address_id as addressId'])
    .where('removed_by', '=', 'source')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Shares of articles of a week that were revised, by publisher: how likely another look finds something. */
export async function revisedShares(
  db: Queryable,
  publisherIds: readonly number[],
): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; share: number }>`
    select p.id, (select coalesce(avg((a.revision > 1)::int), 0)::float8 from nashra.article a
      where a.publisher_id = p.id and a.published_at > now() - interval '7 days' and a.revision > 0) as share
    from unnest(${[...publisherIds]}::integer[]) as p(id)`.execute(db);
  return new Map(rows.map(({ id, share }) => [id, share]));
}

interface Turn {
  readonly to: ReturnType<typeof sql>;
  readonly from: ReturnType<typeof sql>;
  readonly more: 1 | -1;
}

async function turn(
  tx: Queryable,
  articleId: number,
  { refusal, ...how }: Turn & { readonly refusal: string },
): Promise<void> {
  if (!(await tryTurn(tx, articleId, how)))
    throw new TakedownError(`Article ${articleId} ${refusal}.`);
}

/** Whether it was to be turned, and is. */
async function tryTurn(
  tx: Queryable,
  articleId: number,
  { to, from, more }: Turn,
): Promise<boolean> {
  const { rows } = await sql<{ storyId: number }>`
    with written as (
      update nashra.article a set ${to}, updated_at = now() where a.id = ${articleId} and a.revision > 0 and ${from}
      returning a.id, a.story_id, a.publisher_id, ${more}::int as more, old.published_at as was_at,
        old.published_on as was_on, old.content_id as was_content, new.published_at as is_at, new.published_on as is_on,
        new.content_id as is_content
    ), ${shelving}
    select story_id as "storyId" from written`.execute(tx);
  const [turned] = rows;
  if (!turned) return false;
  await latchChanges(tx);
  await sql`
    with spanned as (
      ${spanning(sql`select ${turned.storyId}::bigint as story_id`)}
      returning (s.articles > 0)::int - (old.articles > 0)::int as more
    )
    ${tallying(sql`select 'stories', sum(more) from spanned having sum(more) <> 0`)}`.execute(tx);
  return true;
}
