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
    to: sql`removed_at = now(), content_id = null`,
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
    to: sql`removed_at = null, content_id = (select r.content_id from nashra.revision r
      where r.article_id = a.id and r.number = a.revision)`,
    from: sql`a.removed_at is not null`,
    more: 1,
    refusal: 'was not taken down',
  });
  await record(tx, act, { action: 'article.restore', subject: `article ${articleId}` });
  await tellChange(tx, { kind: 'article_restored', articleId, cause: 'operator' });
}

interface Turn {
  readonly to: ReturnType<typeof sql>;
  readonly from: ReturnType<typeof sql>;
  readonly more: 1 | -1;
  readonly refusal: string;
}

async function turn(tx: Queryable, articleId: number, { to, from, more, refusal }: Turn) {
  const { rows } = await sql<{ storyId: number }>`
    with written as (
      update nashra.article a set ${to}, updated_at = now() where a.id = ${articleId} and a.revision > 0 and ${from}
      returning a.id, a.story_id, a.publisher_id, ${more}::int as more, old.published_at as was_at,
        old.published_on as was_on, old.content_id as was_content, new.published_at as is_at, new.published_on as is_on,
        new.content_id as is_content
    ), ${shelving}
    select story_id as "storyId" from written`.execute(tx);
  const [turned] = rows;
  if (!turned) throw new TakedownError(`Article ${articleId} ${refusal}.`);
  await latchChanges(tx);
  await sql`
    with spanned as (
      ${spanning(sql`select ${turned.storyId}::bigint as story_id`)}
      returning (s.articles > 0)::int - (old.articles > 0)::int as more
    )
    ${tallying(sql`select 'stories', sum(more) from spanned having sum(more) <> 0`)}`.execute(tx);
}
