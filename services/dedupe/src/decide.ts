import type { IdentityCandidate, Telling } from '@nashra/articles';
import type { Signature } from '@nashra/similarity';
import { isSeconded } from './second.ts';

export interface Known {
  /** The article that is read under this very address. */
  readonly articleId: number | null;
  /** Whether that has been written often enough today for what the draft changes. */
  readonly isRestless?: boolean;
  /** Hex, of an article's current revision, by article; absent while none is written. */
  readonly contentHashes: ReadonlyMap<number, string>;
  /** What an article's text is compared by. */
  telling(articleId: number): Telling | undefined;
}

/** What a verdict depends on of the draft itself. */
export interface Evidence {
  readonly publisherId: number;
  readonly contentHash: string;
  readonly signature: Signature | null;
  /** Milliseconds since 1970, and whether the page states it. */
  readonly publishedAt: number;
  readonly isStated: boolean;
  /** A text said again later than this is said anew. */
  readonly windowMs: number;
}

export type Verdict =
  /** An article nobody had, and the article of another publisher that had its text. */
  | { readonly kind: 'new'; readonly copyOf: number | null }
  | { readonly kind: 'revision'; readonly articleId: number }
  | { readonly kind: 'unchanged'; readonly articleId: number }
  /** The publisher's article under another address. */
  | { readonly kind: 'copy'; readonly articleId: number };

/**
 * Identity before content: the ledger's word, then the publisher's own keys. A guid or a canonical address used for
 * several articles is common, so each needs a second witness: with another address, another title and another text
 * it is another article.
 */
export function decide(
  draft: Evidence,
  known: Known,
  candidates: readonly IdentityCandidate[],
): Verdict {
  const { articleId } = known;
  if (articleId !== null)
    return known.isRestless ? { kind: 'unchanged', articleId } : changed(draft, known, articleId);

  const own = candidates.filter((it) => it.publisherId === draft.publisherId);
  const seconded = (kind: IdentityCandidate['kind']) =>
    own.find((it) => it.kind === kind && isSeconded(draft, it, own, known.telling(it.articleId)));
  const moved = seconded('guid');
  if (moved) {
    const verdict = changed(draft, known, moved.articleId);
    return verdict.kind === 'unchanged' ? { ...verdict, kind: 'copy' } : verdict;
  }
  const again = own.find(
    (it) => it.kind === 'text' && !isLater(draft, known.telling(it.articleId)),
  );
  const twin = again ?? seconded('canonical');
  if (twin) return { kind: 'copy', articleId: twin.articleId };

  const originals = candidates
    .filter((it) => it.kind === 'text' && it.publisherId !== draft.publisherId)
    .map((it) => it.articleId);
  return { kind: 'new', copyOf: originals.length === 0 ? null : Math.min(...originals) };
}

function changed(draft: Evidence, known: Known, articleId: number): Verdict {
  const kind = known.contentHashes.get(articleId) === draft.contentHash ? 'unchanged' : 'revision';
  return { kind, articleId };
}

/** Whether both say when they were published, and that it was not the same occasion. */
function isLater(draft: Evidence, telling: Telling | undefined): boolean {
  if (!draft.isStated || !telling?.isStated) return false;
  return Math.abs(draft.publishedAt - telling.publishedAt) > draft.windowMs;
}
