import {
  type CurrentRevision,
  type Decision,
  type IdentityCandidate,
  NAMES,
  nameOfKey,
  type OwnArticle,
  type PartOf,
  type Told,
} from '@nashra/articles';
import { RULE, type Signature } from '@nashra/similarity';
import type { CandidateBook } from './candidate-book.ts';
import { decide, type Verdict } from './decide.ts';
import { isOwnTwin } from './own-twin.ts';
import type { Subject } from './ports.ts';
import { OWN_STORY, type StoryChoice, storyOf } from './story-of.ts';

/** How far apart tellings of one story may be, and how long texts are remembered for what is said every day. */
export interface StoryTimes {
  readonly windowMs: number;
  readonly memoryMs: number;
}

/** What was found out about a batch of drafts, under the latches of their keys. */
export interface Found {
  /** By `nameOfKey`. */
  readonly candidates: ReadonlyMap<string, readonly IdentityCandidate[]>;
  /** The article that is read under an address, by address. */
  readonly own: ReadonlyMap<number, OwnArticle>;
  /** What those articles and the candidates say, by article; absent while nothing is written. */
  readonly current: ReadonlyMap<number, Pick<CurrentRevision, 'contentHash' | 'isSigned'>>;
  /** Addresses whose articles have been written often enough today for what their drafts change. */
  readonly restless: ReadonlySet<number>;
  readonly book: CandidateBook;
  /** Candidate keys that too many hold. */
  readonly crowded: readonly number[];
  /** Two for each draft that has no article of its own: an article's and a story's. */
  readonly freshIds: readonly number[];
  /** By the clock of the database. */
  readonly now: Date;
  readonly times: StoryTimes;
}

export interface Judged {
  readonly subject: Subject;
  readonly verdict: Verdict;
  /** What is to be written; null where that is nothing. */
  readonly decision: Decision | null;
  readonly told: Told | null;
  readonly parts: readonly PartOf[];
}

/** Decides one draft after another, each as if those before it had been claimed already. */
export function decideAll(subjects: readonly Subject[], found: Found): Judged[] {
  const { own, current, now, times, book } = found;
  const contentHashes = new Map([...current].map(([id, { contentHash }]) => [id, contentHash]));
  const claimed = new Map<string, IdentityCandidate[]>();
  const fresh = [...found.freshIds];
  return subjects.map((subject) => {
    const { addressId, publisherId, contentHash, keys, signature } = subject;
    const isStated = subject.publishedAt !== null;
    const publishedAt = Math.min(+(subject.publishedAt ?? subject.seenAt ?? now), +now);
    const candidates = keys.flatMap((it) => {
      const name = nameOfKey(it);
      return [...(claimed.get(name) ?? []), ...(found.candidates.get(name) ?? [])];
    });
    const known = {
      articleId: own.get(addressId)?.articleId ?? null,
      isRestless: found.restless.has(addressId),
      contentHashes,
      telling: (articleId: number) => book.get(articleId),
    };
    // An article from before signatures, or of another version of them: read again, it is found by others from now on.
    const signedAnew = ({ kind, articleId }: { kind: string; articleId: number }): Told | null => {
      const said = current.get(articleId);
      const isSaid = said?.isSigned === false && said.contentHash === contentHash;
      if (kind !== 'unchanged' || !signature || !isSaid) return null;
      const storyId = own.get(addressId)?.storyId ?? 0;
      const told = { addressId, articleId, storyId, publishedAt, isStated, rule: RULE };
      return { ...told, like: null, isRevision: true };
    };
    const draft = { publisherId, contentHash, signature, publishedAt, isStated };
    const verdict = decide({ ...draft, windowMs: times.windowMs }, known, candidates);
    if (verdict.kind === 'copy' || verdict.kind === 'unchanged')
      return { subject, verdict, decision: null, told: signedAnew(verdict), parts: [] };

    const isRevision = verdict.kind === 'revision';
    const articleId = isRevision ? verdict.articleId : take(fresh);
    const choice =
      isRevision || !signature
        ? OWN_STORY
        : choose({ articleId, signature, publishedAt }, candidates, book, times);
    const { like, parts } = choice;
    const twin = isRevision ? undefined : book.get(like?.articleId ?? 0);
    if (twin && isOwnTwin({ publisherId, publishedAt }, like, twin)) {
      const copy = { kind: 'copy', articleId: twin.articleId } as const;
      return { subject, verdict: copy, decision: null, told: null, parts: [] };
    }
    const storyId = isRevision
      ? (own.get(addressId) ?? book.get(articleId))?.storyId
      : (choice.storyId ?? take(fresh));
    if (signature && storyId !== undefined)
      book.put({ articleId, storyId, publisherId, signature, publishedAt, isStated });
    const place = { addressId, articleId, storyId: storyId ?? 0 };
    const told = { ...place, publishedAt, isStated, rule: RULE, like, isRevision };
    if (verdict.kind === 'revision' || storyId === undefined)
      return { subject, verdict, decision: { kind: 'revision', articleId }, told, parts };

    for (const it of keys) {
      const candidate = { kind: it.kind, articleId, storyId, publisherId, claimedAt: now };
      const name = nameOfKey(it);
      claimed.set(name, [candidate, ...(claimed.get(name) ?? [])]);
    }
    const { copyOf } = verdict;
    return { subject, verdict, decision: { kind: 'new', articleId, storyId, copyOf }, told, parts };
  });
}

function choose(
  text: { readonly articleId: number; readonly signature: Signature; readonly publishedAt: number },
  identities: readonly IdentityCandidate[],
  book: CandidateBook,
  { windowMs, memoryMs }: StoryTimes,
): StoryChoice {
  const also = identities.flatMap(({ kind, articleId }) => (NAMES.has(kind) ? [articleId] : []));
  return storyOf(text, book.candidatesFor(text, also, memoryMs), windowMs);
}

function take(fresh: number[]): number {
  const id = fresh.pop();
  if (id === undefined) throw new RangeError('too few ids');
  return id;
}
