import type { ArticleCard } from '@nashra/reader';
import { titleKey } from '@nashra/text';

/** Headlines of the strip. */
export const STRIP_LENGTH = 55;
/** Asked for, so that enough are left of them. */
export const STRIP_ASKED = 70;

/** The latest headlines, each story once: two that are one title are one, whatever story they are counted to. */
export function stripOf(cards: readonly ArticleCard[]): ArticleCard[] {
  const seen = new Set<string>();
  const kept = cards.filter(({ title }) => {
    const key = titleKey(title);
    if (key === '') return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return kept.slice(0, STRIP_LENGTH);
}
