import { type Decision, type IdentityCandidate, nameOfKey } from '@nashra/articles';
import { decide, type Verdict } from './decide.ts';
import type { Subject } from './ports.ts';

/** What was found out about a batch of drafts, under the latches of their keys. */
export interface Found {
  /** By `nameOfKey`. */
  readonly candidates: ReadonlyMap<string, readonly IdentityCandidate[]>;
  /** The article that is read under an address, by address. */
  readonly own: ReadonlyMap<number, number>;
  /** Hex, of an article's current revision, by article; absent while none is written. */
  readonly contentHashes: ReadonlyMap<number, string>;
  /** Two for each draft: an article's and a story's. */
  readonly freshIds: readonly number[];
  readonly now: Date;
  readonly titleWindowMs: number;
}

export interface Judged {
  readonly subject: Subject;
  readonly verdict: Verdict;
  /** What is to be written; null where that is nothing. */
  readonly decision: Decision | null;
}

/** Decides one draft after another, each as if those before it had been claimed already. */
export function decideAll(subjects: readonly Subject[], found: Found): Judged[] {
  const { own, contentHashes, now, titleWindowMs } = found;
  const claimed = new Map<string, IdentityCandidate[]>();
  const fresh = [...found.freshIds];
  return subjects.map((subject) => {
    const { publisherId, contentHash, keys } = subject;
    const candidates = keys.flatMap((it) => {
      const name = nameOfKey(it);
      return [...(claimed.get(name) ?? []), ...(found.candidates.get(name) ?? [])];
    });
    const known = { articleId: own.get(subject.addressId) ?? null, contentHashes };
    const verdict = decide({ publisherId, contentHash, now, titleWindowMs }, known, candidates);
    const decision = decisionOf(verdict, fresh);
    if (decision?.kind === 'new') {
      const { articleId, storyId } = decision;
      for (const it of keys) {
        const candidate = { kind: it.kind, articleId, storyId, publisherId, claimedAt: now };
        const name = nameOfKey(it);
        claimed.set(name, [candidate, ...(claimed.get(name) ?? [])]);
      }
    }
    return { subject, verdict, decision };
  });
}

function decisionOf(verdict: Verdict, fresh: number[]): Decision | null {
  switch (verdict.kind) {
    case 'new': {
      const articleId = fresh.pop();
      const storyId = verdict.storyId ?? fresh.pop();
      if (articleId === undefined || storyId === undefined) throw new RangeError('too few ids');
      return { kind: 'new', articleId, storyId, copyOf: verdict.copyOf };
    }
    case 'revision':
      return { kind: 'revision', articleId: verdict.articleId };
    default:
      return null;
  }
}
