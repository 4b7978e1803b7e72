import {
  articleAt,
  type Claimed,
  claimArticle,
  claimRevision,
  currentRevisions,
  discardDrafts,
  findCandidates,
  type IdentityCandidate,
  type IdentityKey,
  latchKeys,
} from '@nashra/articles';
import type { Queryable } from '@nashra/db';
import { advance, type Pipeline, type Step } from '@nashra/pipeline';
import { contentHash } from './content-hash.ts';
import { decide, type Known, type Verdict } from './decide.ts';
import type { Subject } from './ports.ts';

/**
 * Decides what a draft is and claims its identity, in one transaction. Two copies at the same
 * instant meet at the latches of their keys: the second one sees the first one's claim. The candidates
 * are read by a later statement than the latches, so READ COMMITTED shows them.
 */
export async function recognise(
  pipeline: Pipeline,
  subject: Subject,
  keys: readonly IdentityKey[],
  titleWindowMs: number,
): Promise<Verdict | null> {
  const { addressId, publisherId } = subject;
  const hash = contentHash(subject.draft);
  let verdict: Verdict | null = null;
  const step = await advance(pipeline, 'dedupe', addressId, async (tx) => {
    await latchKeys(
      tx,
      keys.map(({ key }) => key),
    );
    const candidates = await findCandidates(tx, keys);
    const known = await readKnown(tx, addressId, candidates);
    const draft = { publisherId, contentHash: hash, now: new Date(), titleWindowMs };
    verdict = decide(draft, known, candidates);
    return await claim(tx, { addressId, publisherId, contentHash: hash, keys }, verdict);
  });
  return step && verdict;
}

async function readKnown(
  tx: Queryable,
  addressId: number,
  candidates: readonly IdentityCandidate[],
): Promise<Known> {
  // Not the row's own article: a copy's address carries an article that another address owns.
  const articleId = await articleAt(tx, addressId);
  const ids = candidates.map((it) => it.articleId);
  const current = await currentRevisions(tx, articleId === null ? ids : [articleId, ...ids]);
  const hashes = [...current].map(([id, { contentHash: its }]) => [id, its] as const);
  return { articleId, contentHashes: new Map(hashes) };
}

/** Writes the verdict down. */
async function claim(tx: Queryable, claimed: Claimed, verdict: Verdict): Promise<Step> {
  switch (verdict.kind) {
    case 'new': {
      const { articleId } = await claimArticle(tx, claimed, verdict);
      return { to: 'next', set: { article_id: articleId } };
    }
    case 'revision':
      await claimRevision(tx, claimed, verdict.articleId);
      return { to: 'next', set: { article_id: verdict.articleId } };
    default:
      await discardDrafts(tx, [claimed.addressId]);
      return { to: 'known', reason: verdict.kind, set: { article_id: verdict.articleId } };
  }
}
