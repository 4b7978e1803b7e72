import {
  type Claim,
  claimAll,
  discardDrafts,
  KeysLostError,
  keepTellings,
  loadRecognisable,
  refillKeys,
} from '@nashra/articles';
import type { Queryable } from '@nashra/db';
import type { InFlight } from '@nashra/ledger';
import { advance, type Pipeline, type Step } from '@nashra/pipeline';
import type { Verdict } from './decide.ts';
import { decideAll, type Judged } from './decide-all.ts';
import { findOut, type Reach } from './find-out.ts';
import type { Subject } from './ports.ts';

/**
 * Decides what drafts are and in which story they are told, and claims that, in one transaction. Two copies at the same
 * instant meet at the latch of decisions: the second one sees the first one's claim. The candidates
 * are read by a later statement than the latch, so READ COMMITTED shows them. Gives a verdict for each address, null
 * for those that have moved on.
 */
export async function recogniseAll(
  pipeline: Pipeline,
  ids: readonly number[],
  reach: Reach,
): Promise<readonly (Verdict | null)[]> {
  const verdicts = new Map<number, Verdict>();
  const claim = async (tx: Queryable, standing: ReadonlyMap<number, InFlight>) => {
    const subjects = await subjectsOf(tx, standing);
    const found = await findOut(tx, subjects, reach);
    const judged = decideAll(subjects, found);
    for (const { subject, verdict } of judged) verdicts.set(subject.addressId, verdict);
    const known = judged.filter(({ decision }) => decision === null);
    await claimAll(tx, judged.flatMap(claimOf));
    await keepTellings(
      tx,
      judged.flatMap(({ told }) => told ?? []),
      judged.flatMap(({ parts }) => parts),
      { crowded: found.crowded, memoryDays: reach.memoryDays },
    );
    await discardDrafts(
      tx,
      known.map(({ subject }) => subject.addressId),
    );
    return new Map(judged.map((it) => [it.subject.addressId, stepOf(it)]));
  };
  // What is taken back by a crash of the database is decided again: the articles are written after it, durably.
  const decideNow = () => advance(pipeline, 'dedupe', ids, claim, { durable: false });
  try {
    await decideNow();
  } catch (error) {
    if (!(error instanceof KeysLostError)) throw error;
    await refillKeys(pipeline.db, reach.memoryDays);
    await decideNow();
  }
  return ids.map((id) => verdicts.get(id) ?? null);
}

async function subjectsOf(
  tx: Queryable,
  standing: ReadonlyMap<number, InFlight>,
): Promise<Subject[]> {
  const found = await loadRecognisable(tx, [...standing.keys()]);
  return [...standing.values()].flatMap(({ addressId, publisherId }) => {
    const recognisable = found.get(addressId);
    return recognisable ? [{ addressId, publisherId, ...recognisable }] : [];
  });
}

function claimOf({ subject, decision }: Judged): Claim[] {
  const { addressId, publisherId, keys } = subject;
  return decision ? [{ addressId, publisherId, decision, keys }] : [];
}

function stepOf({ verdict, decision }: Judged): Step {
  if (decision) return { to: 'next', set: { article_id: decision.articleId } };
  if (verdict.kind !== 'copy' && verdict.kind !== 'unchanged') throw new Error('nothing decided');
  return { to: 'known', reason: verdict.kind, set: { article_id: verdict.articleId } };
}
