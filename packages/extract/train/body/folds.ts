import type { CorpusPage } from '../corpus.ts';

export const FOLDS = 5;

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Deals the publishers of each set out over the folds; a publisher is in one fold, whatever the set. */
export function dealFolds(pages: readonly CorpusPage[]): ReadonlyMap<string, number> {
  const folds = new Map<string, number>();
  for (const set of new Set(pages.map((page) => page.set))) {
    const publishers = [...new Set(pages.filter((p) => p.set === set).map((p) => p.publisher))];
    publishers.sort((a, b) => hashOf(a) - hashOf(b));
    for (const [index, publisher] of publishers.entries()) {
      if (!folds.has(publisher)) folds.set(publisher, index % FOLDS);
    }
  }
  return folds;
}
