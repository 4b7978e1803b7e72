import type { CorpusPage } from '../corpus.ts';
import { hashText } from '../hash-text.ts';

export const FOLDS = 5;

/** Deals the publishers of each set out over the folds; a publisher is in one fold, whatever the set. */
export function dealFolds(pages: readonly CorpusPage[]): ReadonlyMap<string, number> {
  const folds = new Map<string, number>();
  for (const set of new Set(pages.map((page) => page.set))) {
    const publishers = [...new Set(pages.filter((p) => p.set === set).map((p) => p.publisher))];
    publishers.sort((a, b) => hashText(a) - hashText(b));
    for (const [index, publisher] of publishers.entries()) {
      if (!folds.has(publisher)) folds.set(publisher, index % FOLDS);
    }
  }
  return folds;
}

/** The fold of any publisher, also of one that has no labelled article. */
export const foldOf = (folds: ReadonlyMap<string, number>, publisher: string): number =>
  folds.get(publisher) ?? (hashText(publisher) >>> 0) % FOLDS;
