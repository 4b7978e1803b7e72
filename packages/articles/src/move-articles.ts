import { type Queryable, tallying } from '@nashra/db';
import { sql } from 'kysely';
import { reserveIds } from './identity.ts';
import { latchChanges, latchDecisions } from './latches.ts';
import { spanning } from './spanning.ts';
import { waking } from './waking.ts';

/** An article of a story, as it was before it moved. */
export interface Moved {
  readonly articleId: number;
  readonly from: number;
}

/** What a person decides is remembered, and no rule undoes it. */
export type Mover = 'person' | 'rule';

/** Stories of more articles are nothing that one person can judge. */
const MOST_ARTICLES = 10_000;

/** A story that cannot be merged or split as asked. */
export class StoryError extends Error {
  override name = 'StoryError';
  readonly code = 'STORY_UNFIT';
}

/**
 * Tells two stories as one from now on: the articles of `from` move to `into`. `from` stays, and says where it went.
 *
 * @throws StoryError when one of them is unknown or merged already, or both are one
 */
export async function mergeStories(
  tx: Queryable,
  { from, into }: { readonly from: number; readonly into: number },
  by: Mover = 'person',
): Promise<Moved[]> {
  if (from === into) throw new StoryError('Both are one story.');
  const members = await holdStories(tx, [from, into]);
  const moved = members.filter(({ storyId }) => storyId === from);
  if (by === 'person') await rule(tx, members, (storyId) => (storyId === from ? into : storyId));
  await move(tx, moved, into);
  await tx
    .updateTable('story')
    .set({ merged_into: into })
    .where((eb) => eb.or([eb('id', '=', from), eb('merged_into', '=', from)]))
    .execute();
  await tellMoves(tx, moved, { kind: 'story_merged', storyId: from, otherId: into });
  return moved.map(({ articleId }) => ({ articleId, from }));
}

/**
 * Takes articles out of the story they share: they are told in a new one.
 *
 * @returns the new story's id
 * @throws StoryError when they are not of one story, or are all of it
 */
export async function splitStory(
  tx: Queryable,
  articleIds: readonly number[],
  by: Mover = 'person',
): Promise<number> {
  const rows = await tx
    .selectFrom('article')
    .select(['id', 'story_id'])
    .where('id', '=', sql<number>`any(${[...articleIds]}::bigint[])`)
    .execute();
  const [storyId, ...others] = new Set(rows.map((row) => row.story_id));
  if (storyId === undefined || rows.length < new Set(articleIds).size)
    throw new StoryError('No such article.');
  if (others.length > 0) throw new StoryError('These articles are not of one story.');
  const members = await holdStories(tx, [storyId]);
  const leaving = new Set(articleIds);
  const moved = members.filter(({ articleId }) => leaving.has(articleId));
  if (moved.length < leaving.size) throw new StoryError('An article has just left that story.');
  if (moved.length === members.length)
    throw new StoryError('These are all the articles of their story: nothing to split.');
  const [fresh] = await reserveIds(tx, 1);
  if (fresh === undefined) throw new RangeError('no id');
  await tx.insertInto('story').values({ id: fresh }).execute();
  await sql`update nashra.article set copy_of = null where (id = any(${[...leaving]}::bigint[])) <>
    (copy_of = any(${[...leaving]}::bigint[])) and story_id = ${storyId}`.execute(tx);
  await move(tx, moved, fresh);
  if (by === 'person') await rule(tx, members, (it, id) => (leaving.has(id) ? fresh : it));
  await tellMoves(tx, moved, { kind: 'story_split', storyId, otherId: fresh });
  return fresh;
}

interface Member {
  readonly articleId: number;
  readonly storyId: number;
}

/** The articles of stories, locked, under the latch of decisions. */
async function holdStories(tx: Queryable, storyIds: readonly number[]): Promise<Member[]> {
  const ids = sql<number>`any(${[...storyIds]}::bigint[])`;
  const stories = await tx
    .selectFrom('story')
    .select(['id', 'merged_into'])
    .where('id', '=', ids)
    .execute();
  for (const id of storyIds) {
    const story = stories.find((it) => it.id === id);
    if (!story) throw new StoryError(`No story ${id}.`);
    if (story.merged_into !== null)
      throw new StoryError(`Story ${id} was merged into ${story.merged_into}.`);
  }
  await latchDecisions(tx);
  const members = await tx
    .selectFrom('article')
    .select(['id as articleId', 'story_id as storyId'])
    .where('story_id', '=', ids)
    .orderBy('id')
    .limit(MOST_ARTICLES + 1)
    .forUpdate()
    .execute();
  if (members.length > MOST_ARTICLES) throw new StoryError('That story has too many articles.');
  for (const id of storyIds)
    if (!members.some(({ storyId }) => storyId === id))
      throw new StoryError(`Story ${id} is empty.`);
  return members;
}

async function move(tx: Queryable, moved: readonly Member[], to: number): Promise<void> {
  const ids = moved.map(({ articleId }) => articleId);
  await sql`update nashra.article set story_id = ${to} where id = any(${ids}::bigint[])`.execute(
    tx,
  );
  await sql`delete from nashra.version where article_id = any(${ids}::bigint[])`.execute(tx);
  // What is told in one story is no part of another.
  await sql`delete from nashra.part p using nashra.article a, nashra.article b
    where (p.part_id = any(${ids}::bigint[]) or p.whole_id = any(${ids}::bigint[]))
      and a.id = p.part_id and b.id = p.whole_id and a.story_id = b.story_id`.execute(tx);
}

/** Remembers where a person wants articles. */
async function rule(
  tx: Queryable,
  members: readonly Member[],
  storyOf: (storyId: number, articleId: number) => number,
): Promise<void> {
  const ids = members.map(({ articleId }) => articleId);
  const stories = members.map(({ articleId, storyId }) => storyOf(storyId, articleId));
  await sql`insert into nashra.ruling (article_id, story_id)
    select * from unnest(${ids}::bigint[], ${stories}::bigint[])
    on conflict (article_id) do update set story_id = excluded.story_id, at = now()`.execute(tx);
}

/** The last statements of the transaction, as those of `writeChanges`. */
async function tellMoves(
  tx: Queryable,
  moved: readonly Member[],
  {
    kind,
    storyId,
    otherId,
  }: { kind: 'story_merged' | 'story_split'; storyId: number; otherId: number },
): Promise<void> {
  await latchChanges(tx);
  const ids = moved.map(({ articleId }) => articleId);
  await sql`
    with befell as (
      insert into nashra.change (kind, story_id, other_story_id, cause)
      values (${kind}, ${storyId}, ${otherId}, 'operator') returning ${waking}
    ), told as (
      insert into nashra.change (kind, article_id, story_id, other_story_id, revision, cause)
      select 'article_moved', id, story_id, ${storyId}::bigint, revision, 'operator' from nashra.article
      where id = any(${ids}::bigint[]) and content_id is not null order by id returning 1
    ), spanned as (
      ${spanning(sql`select unnest(array[${storyId}::bigint, ${otherId}::bigint]) as story_id`)}
      returning (s.articles > 0)::int - (old.articles > 0)::int as more
    )
    ${tallying(sql`
      select 'stories', sum(more) from spanned having sum(more) <> 0
      union all select 'changes', (select count(*) from befell) + (select count(*) from told)`)}`.execute(
    tx,
  );
}
