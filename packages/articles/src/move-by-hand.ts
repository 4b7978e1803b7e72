import { type Act, record } from '@nashra/audit';
import type { Queryable } from '@nashra/db';
import { mergeStories, splitStory } from './move-articles.ts';

/**
 * Merges two stories as a person says, with a row of the audit. What was moved is split off again by the same ids.
 *
 * @throws StoryError
 */
export async function mergeByHand(
  tx: Queryable,
  { from, into }: { readonly from: number; readonly into: number },
  act: Act,
): Promise<{ readonly from: number; readonly into: number; readonly moved: readonly number[] }> {
  const moved = (await mergeStories(tx, { from, into })).map(({ articleId }) => articleId);
  const detail = { from, into, moved };
  await record(tx, act, { action: 'story.merge', subject: `story ${from}`, detail });
  return detail;
}

/**
 * Takes articles out of their story as a person says, with a row of the audit. Merging the new story brings them back.
 *
 * @throws StoryError
 */
export async function splitByHand(
  tx: Queryable,
  articles: readonly number[],
  act: Act,
): Promise<{ readonly storyId: number; readonly from: number; readonly moved: readonly number[] }> {
  const moved = [...new Set(articles)];
  const before = await tx
    .selectFrom('article')
    .select('story_id')
    .where('id', '=', moved[0] ?? 0)
    .executeTakeFirst();
  const storyId = await splitStory(tx, moved);
  // An article that is not there was refused.
  const from = before?.story_id ?? 0;
  const detail = { articles: moved, from, into: storyId };
  await record(tx, act, { action: 'story.split', subject: `story ${from}`, detail });
  return { storyId, from, moved };
}
