import type { IdentityCandidate, Telling } from '@nashra/articles';
import { compare, decide, type Signature } from '@nashra/similarity';

/** Texts that share less than this of the shorter one are two, whatever they are called. */
const NOTHING_SHARED = 0.15;
const SAME_TITLE = 0.95;

/**
 * Whether a second witness says that a draft is the article that holds one of its weak keys: its text, its title (as
 * long as the texts have anything in common: «Weather» is the title of many), or a likeness of the two.
 */
export function isSeconded(
  { signature }: { readonly signature: Signature | null },
  { articleId }: IdentityCandidate,
  own: readonly IdentityCandidate[],
  telling: Telling | undefined,
): boolean {
  const holds = (kind: IdentityCandidate['kind']) =>
    own.some((it) => it.kind === kind && it.articleId === articleId);
  if (holds('text')) return true;
  if (!signature || !telling) return holds('title');
  const evidence = compare(signature, telling.signature, { gapMs: 0 });
  const isSameTitle = holds('title') || evidence.title >= SAME_TITLE;
  if (isSameTitle && (evidence.thin === 1 || evidence.contained >= NOTHING_SHARED)) return true;
  return decide(evidence).relation === 'copy';
}
