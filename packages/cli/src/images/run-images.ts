import { hideImage, ImageError, listImages, type StoredImage, showImage } from '@nashra/articles';
import { CliError } from '../cli-error.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';

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
  hide: { turn: hideImage, state: 'hidden' },
  show: { turn: showImage, state: 'shown' },
} as const;

/** All of them, or none where one cannot be. */
export async function runTurn(
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
      throw error instanceof ImageError ? new CliError(error.message) : error;
    });
  for (const image of new Set(ids)) {
    if (json) printJson({ image, state });
    else print(`Image ${image} is ${state}.`);
  }
}
