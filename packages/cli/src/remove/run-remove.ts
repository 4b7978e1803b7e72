import { removeArticle, restoreArticle, TakedownError } from '@nashra/articles';
import { CliError } from '../cli-error.ts';
import { print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';

const VERBS = {
  remove: { turn: removeArticle, state: 'removed' },
  restore: { turn: restoreArticle, state: 'shown' },
} as const;

/** All of them, or none where one cannot be. */
export async function runRemove(
  verb: keyof typeof VERBS,
  ids: readonly number[],
  { because, json }: { readonly because?: string; readonly json?: true },
): Promise<void> {
  await using db = openSystemDb();
  const { turn, state } = VERBS[verb];
  await db
    .transaction()
    .execute(async (tx) => {
      for (const id of new Set(ids)) await turn(tx, acting(because), id);
    })
    .catch((error: unknown) => {
      throw error instanceof TakedownError ? new CliError(error.message) : error;
    });
  for (const article of new Set(ids)) {
    if (json) printJson({ article, state });
    else print(`Article ${article} is ${state}.`);
  }
}
