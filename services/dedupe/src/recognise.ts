import {
  articlesAt,
  type Claim,
  claimAll,
  currentRevisions,
  discardDrafts,
  findCandidates,
  findHolders,
  type IdentityCandidate,
  keepTellings,
  latchDecisions,
  loadRecognisable,
  loadTellings,
  MOST_NAMESAKES,
  NAMES,
  nameOfKey,
  reserveIds,
} from '@nashra/articles';
import { instantOfId, type Queryable } from '@nashra/db';
import type { InFlight } from '@nashra/ledger';
import { advance, type Pipeline, type Step } from '@nashra/pipeline';
import { sharersOf } from '@nashra/similarity';
import { CandidateBook } from './candidate-book.ts';
import type { Verdict } from './decide.ts';
import { decideAll, type Judged } from './decide-all.ts';
import type { Subject } from './ports.ts';

/** How far apart tellings of one story may be, and how long texts are remembered. */
export interface Reach {
  readonly windowHours: number;
  readonly memoryDays: number;
}

const HOUR = 3_600_000;

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
    const { judged, crowded } = await judge(tx, await subjectsOf(tx, standing), reach);
    for (const { subject, verdict } of judged) verdicts.set(subject.addressId, verdict);
    const known = judged.filter(({ decision }) => decision === null);
    await claimAll(tx, judged.flatMap(claimOf));
    await keepTellings(
      tx,
      judged.flatMap(({ told }) => told ?? []),
      judged.flatMap(({ parts }) => parts),
      { crowded, memoryDays: reach.memoryDays },
    );
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
  const found = await loadRecognisable(tx, [...standing.keys()]);
  return [...standing.values()].flatMap(({ addressId, publisherId }) => {
    const recognisable = found.get(addressId);
    return recognisable ? [{ addressId, publisherId, ...recognisable }] : [];
  });
}

async function judge(
  tx: Queryable,
  subjects: readonly Subject[],
  { windowHours, memoryDays }: Reach,
): Promise<{ judged: Judged[]; crowded: readonly number[] }> {
  const keys = subjects.flatMap((it) => it.keys);
  const candidateKeys = new Set(subjects.flatMap(({ signature }) => [...(signature?.keys ?? [])]));
  await latchDecisions(tx);
  const candidates = await findCandidates(tx, keys);
  const holders = await findHolders(tx, candidateKeys, memoryDays);
  // Not the rows' own articles: a copy's address carries an article that another address owns.
  const own = await articlesAt(
    tx,
    subjects.map((subject) => subject.addressId),
  );
  const tellings = await loadTellings(tx, [
    ...own.values(),
    ...subjects.flatMap((it) => worthComparing(it, candidates)),
    ...subjects.flatMap(({ signature }) => (signature ? sharersOf(signature, holders.byKey) : [])),
  ]);
  const held = [...candidates.values()].flat().map((it) => it.articleId);
  const current = await currentRevisions(tx, [...new Set([...own.values(), ...held])]);
  const contentHashes = new Map([...current].map(([id, { contentHash }]) => [id, contentHash]));
  const freshIds = await reserveIds(tx, 2 * subjects.length);
  const now = instantOfId(freshIds[0] ?? 0);
  const book = new CandidateBook(holders, tellings);
  const times = { windowMs: windowHours * HOUR, memoryMs: 24 * memoryDays * HOUR };
  const found = { candidates, own, contentHashes, book, freshIds, now, times };
  return { judged: decideAll(subjects, found), crowded: holders.crowded };
}

/** The publisher's own holders of its weak keys, and a few of those that have its very text or title. */
function worthComparing(
  { keys, publisherId }: Subject,
  candidates: ReadonlyMap<string, readonly IdentityCandidate[]>,
): number[] {
  return keys.flatMap((it) => {
    const held = candidates.get(nameOfKey(it)) ?? [];
    const own = held.filter((candidate) => candidate.publisherId === publisherId);
    const named = NAMES.has(it.kind) ? held.slice(0, MOST_NAMESAKES) : [];
    return [...(it.kind === 'title' ? [] : own), ...named].map(({ articleId }) => articleId);
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
