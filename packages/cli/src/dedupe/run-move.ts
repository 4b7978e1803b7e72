import { mergeStories, StoryError, splitStory } from '@nashra/articles';
import { record } from '@nashra/audit';
import { print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';
import { transact } from '../system/transact.ts';

interface MoveOptions {
  readonly because?: string;
  readonly json?: true;
}

export async function runMerge(
  from: number,
  into: number,
  { because, json }: MoveOptions,
): Promise<void> {
  await using db = openSystemDb();
  const moved = await transact(db, StoryError, async (tx) => {
    const detail = { from, into };
    await record(tx, acting(because), {
      action: 'story.merge',
      subject: `story ${from}`,
      detail,
    });
    return (await mergeStories(tx, { from, into })).map(({ articleId }) => articleId);
  });
  if (json) printJson({ from, into, moved });
  else print(`Story ${from} is told in story ${into} now: articles ${moved.join(', ')}.`);
}

export async function runSplit(
  articles: readonly number[],
  { because, json }: MoveOptions,
): Promise<void> {
  await using db = openSystemDb();
  const moved = [...new Set(articles)];
  const storyId = await transact(db, StoryError, async (tx) => {
    const detail = { articles: moved };
    const subject = `articles ${moved.join(', ')}`;
    await record(tx, acting(because), { action: 'story.split', subject, detail });
    return await splitStory(tx, moved);
  });
  if (json) printJson({ storyId, moved });
  else print(`Articles ${moved.join(', ')} are told in story ${storyId} now.`);
}
