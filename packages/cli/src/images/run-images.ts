import { hideImage, ImageError, listImages, type StoredImage, showImage } from '@nashra/articles';
import { oneLine, print, printJson } from '../output/print.ts';
import { openSystemDb } from '../system/find-system.ts';
import { turnAll } from '../system/turn-all.ts';

const MOST = 1_000;

export async function runList(
  articleId: number | undefined,
  { json }: { readonly json?: true },
): Promise<void> {
  await using db = openSystemDb();
  const images = await listImages(db, { articleId, limit: MOST });
  for (const image of images) {
    if (json) printJson(image);
    else print(`${image.id}  article ${image.articleId}  ${stateOf(image)}  ${oneLine(image.url)}`);
  }
  if (images.length === 0 && !json) print('None.');
}

function stateOf({ hiddenBy, approvedAt, reports }: StoredImage): string {
  if (hiddenBy) return `hidden by ${hiddenBy}`;
  return approvedAt ? 'approved' : `shown, ${reports} reports`;
}

const VERBS = {
  hide: { kind: 'image', turn: hideImage, state: 'hidden', refusal: ImageError },
  show: { kind: 'image', turn: showImage, state: 'shown', refusal: ImageError },
} as const;

export async function runTurn(
  verb: keyof typeof VERBS,
  ids: readonly number[],
  options: { readonly because?: string; readonly json?: true },
): Promise<void> {
  await turnAll(VERBS[verb], ids, options);
}
