import { removeArticle, restoreArticle, TakedownError } from '@nashra/articles';
import { turnAll } from '../system/turn-all.ts';

const VERBS = {
  remove: { kind: 'article', turn: removeArticle, state: 'removed', refusal: TakedownError },
  restore: { kind: 'article', turn: restoreArticle, state: 'shown', refusal: TakedownError },
} as const;

export async function runRemove(
  verb: keyof typeof VERBS,
  ids: readonly number[],
  options: { readonly because?: string; readonly json?: true },
): Promise<void> {
  await turnAll(VERBS[verb], ids, options);
}
