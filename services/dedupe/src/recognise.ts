import {
  articlesAt,
  type Claim,
  claimAll,
  currentRevisions,
  discardDrafts,
  findCandidates,
  latchKeys,
  loadSignatures,
  reserveIds,
} from '@nashra/articles';
import type { Queryable } from '@nashra/db';
import type { InFlight } from '@nashra/ledger';
import { advance, type Pipeline, type Step } from '@nashra/pipeline';
import type { Verdict } from './decide.ts';
import { decideAll, type Judged } from './decide-all.ts';
import type { Subject } from './ports.ts';

/**
 * Decides what drafts are and claims their identities, in one transaction. Two copies at the same
 * instant meet at the latches of their keys: the second one sees the first one's claim. The candidates
 * are read by a later statement than the latches, so READ COMMITTED shows them. Gives a verdict for each address, null
 * for those that have moved on.
 */
export async function recogniseAll(
  pipeline: Pipeline,
  ids: readonly number[],
  titleWindowMs: number,
): Promise<readonly (Verdict | null)[]> {
  const verdicts = new Map<number, Verdict>();
  const claim = async (tx: Queryable, standing: ReadonlyMap<number, InFlight>) => {
    const judged = await judge(tx, await subjectsOf(tx, standing), titleWindowMs);
    for (const { subject, verdict } of judged) verdicts.set(subject.addressId, verdict);
    const known = judged.filter(({ decision }) => decision === null);
    await claimAll(tx, judged.flatMap(claimOf));
    await discardDrafts(
      tx,
      known.map(({ subject }) => subject.addressId),
    );
    return new Map(judged.map((it) => [it.subject.addressId, stepOf(it)]));
  };
  // What is taken back by a crash of the database is decided again: the articles are written after it, durably.
  await advance(pipeline, 'dedupe', ids, claim, { durable: false });
  return ids.map((id) => verdicts.get(id) ?? null);
}

async function subjectsOf(
  tx: Queryable,
  standing: ReadonlyMap<number, InFlight>,
): Promise<Subject[]> {
  const signatures = await loadSignatures(tx, [...standing.keys()]);
  return [...standing.values()].flatMap(({ addressId, publisherId }) => {
    const signature = signatures.get(addressId);
    return signature ? [{ addressId, publisherId, ...signature }] : [];
  });
}

async function judge(
  tx: Queryable,
  subjects: readonly Subject[],
  titleWindowMs: number,
): Promise<Judged[]> {
  const keys = subjects.flatMap((it) => it.keys);
  await latchKeys(
    tx,
    keys.map(({ key }) => key),
  );
  const candidates = await findCandidates(tx, keys);
  // Not the rows' own articles: a copy's address carries an article that another address owns.
  const own = await articlesAt(
    tx,
    subjects.map((subject) => subject.addressId),
  );
  const held = [...candidates.values()].flat().map((it) => it.articleId);
  const current = await currentRevisions(tx, [...new Set([...own.values(), ...held])]);
  const contentHashes = new Map([...current].map(([id, { contentHash }]) => [id, contentHash]));
  const freshIds = await reserveIds(tx, 2 * subjects.length);
  const now = new Date();
  return decideAll(subjects, { candidates, own, contentHashes, freshIds, now, titleWindowMs });
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
