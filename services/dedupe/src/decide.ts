import type { IdentityCandidate } from '@nashra/articles';

export interface Known {
  /** The article that is read under this very address. */
  readonly articleId: number | null;
  /** Hex, of an article's current revision, by article; absent while none is written. */
  readonly contentHashes: ReadonlyMap<number, string>;
}

/** What a verdict depends on of the draft itself. */
export interface Evidence {
  readonly publisherId: number;
  readonly contentHash: string;
  readonly now: Date;
  readonly titleWindowMs: number;
}

export type Verdict =
  /** An article nobody had, of a story of its own or of `storyId`. */
  | { readonly kind: 'new'; readonly storyId: number | null; readonly copyOf: number | null }
  | { readonly kind: 'revision'; readonly articleId: number }
  | { readonly kind: 'unchanged'; readonly articleId: number }
  /** The publisher's article under another address. */
  | { readonly kind: 'copy'; readonly articleId: number };

/** Identity before content: the ledger's word, then the publisher's own keys, then the text. */
export function decide(
  draft: Evidence,
  known: Known,
  candidates: readonly IdentityCandidate[],
): Verdict {
  if (known.articleId !== null) return changed(draft, known, known.articleId);

  const own = candidates.filter((it) => it.publisherId === draft.publisherId);
  const moved = own.find((it) => it.kind === 'guid');
  if (moved) {
    const verdict = changed(draft, known, moved.articleId);
    return verdict.kind === 'unchanged' ? { ...verdict, kind: 'copy' } : verdict;
  }
  const twin = own.find((it) => it.kind === 'text') ?? own.find((it) => confirmed(it, own));
  if (twin) return { kind: 'copy', articleId: twin.articleId };

  const others = candidates
    .filter((it) => it.publisherId !== draft.publisherId)
    .sort((a, b) => a.articleId - b.articleId);
  const original = others.find((it) => it.kind === 'text');
  if (original) return { kind: 'new', storyId: original.storyId, copyOf: original.articleId };

  const sameTitle = others.find(
    (it) => it.kind === 'title' && Math.abs(+draft.now - +it.claimedAt) <= draft.titleWindowMs,
  );
  return { kind: 'new', storyId: sameTitle?.storyId ?? null, copyOf: null };
}

function changed(draft: Evidence, known: Known, articleId: number): Verdict {
  const kind = known.contentHashes.get(articleId) === draft.contentHash ? 'unchanged' : 'revision';
  return { kind, articleId };
}

/** Whole sites declare one canonical address for all their pages: believed only with the title. */
function confirmed(candidate: IdentityCandidate, own: readonly IdentityCandidate[]): boolean {
  return (
    candidate.kind === 'canonical' &&
    own.some((it) => it.kind === 'title' && it.articleId === candidate.articleId)
  );
}
