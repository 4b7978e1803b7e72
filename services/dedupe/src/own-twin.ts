import type { Telling, Told } from '@nashra/articles';
import type { Evidence } from '@nashra/similarity';

/** The shares of each body that stand in the other: what a publisher says under every article was cut off one, not off both. */
const CONTAINED = 0.95;
const COVERED = 0.8;
/** All of the poorer title stands in the other, which may name the house too. */
const TITLE = 0.95;
/** Stated times of one article under two addresses are the same, seconds and clocks aside. */
const SAME_TIME_MS = 3_600_000;

/**
 * Whether the text most like a draft is the publisher's own, said once: then the draft is that article under a second address.
 * A key of the whole text would miss it, since what is cut off a body as furniture depends on what was learnt until then.
 */
export function isOwnTwin(
  draft: Pick<Telling, 'publisherId' | 'publishedAt'>,
  like: Told['like'],
  telling: Telling | undefined,
): boolean {
  if (!like || telling?.publisherId !== draft.publisherId) return false;
  if (Math.abs(telling.publishedAt - draft.publishedAt) > SAME_TIME_MS) return false;
  const { thin, contained, covered, titleContained, strangeNumbers, titleNumbers } =
    like.evidence as Evidence;
  return (
    thin === 0 &&
    contained >= CONTAINED &&
    covered >= COVERED &&
    titleContained >= TITLE &&
    strangeNumbers + titleNumbers === 0
  );
}
