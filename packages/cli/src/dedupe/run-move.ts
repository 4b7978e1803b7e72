import { mergeByHand, StoryError, splitByHand } from '@nashra/articles';
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
  const { moved } = await transact(db, StoryError, (tx) =>
    mergeByHand(tx, { from, into }, acting(because)),
  );
  if (json) printJson({ from, into, moved });
  else print(`Story ${from} is told in story ${into} now: articles ${moved.join(', ')}.`);
}

export async function runSplit(
  articles: readonly number[],
  { because, json }: MoveOptions,
): Promise<void> {
  await using db = openSystemDb();
  const { storyId, moved } = await transact(db, StoryError, (tx) =>
    splitByHand(tx, articles, acting(because)),
  );
  if (json) printJson({ storyId, moved });
  else print(`Articles ${moved.join(', ')} are told in story ${storyId} now.`);
}
