import {
  articlesAt,
  currentRevisions,
  findCandidates,
  findHolders,
  freshKeys,
  type IdentityCandidate,
  latchDecisions,
  loadTellings,
  MOST_NAMESAKES,
  NAMES,
  nameOfKey,
  reserveIds,
  restlessAmong,
} from '@nashra/articles';
import { instantOfId, type Queryable } from '@nashra/db';
import { KeyIndex } from '@nashra/similarity';
import { CandidateBook } from './candidate-book.ts';
import type { Found } from './decide-all.ts';
import type { Subject } from './ports.ts';

/** How far apart tellings of one story may be, and how long texts are remembered. */
export interface Reach {
  readonly windowHours: number;
  readonly memoryDays: number;
}

const HOUR = 3_600_000;

/**
 * Takes the latch of decisions, and finds out what a batch of drafts is to be held against. Where an article stands under a draft's
 * own address that is settled: the draft is compared with nobody, and only by what it is found from now on is looked at.
 */
export async function findOut(
  tx: Queryable,
  subjects: readonly Subject[],
  { windowHours, memoryDays }: Reach,
): Promise<Found> {
  await latchDecisions(tx);
  // Not the rows' own articles: a copy's address carries an article that another address owns.
  const own = await articlesAt(
    tx,
    subjects.map((subject) => subject.addressId),
  );
  const strangers = subjects.filter(({ addressId }) => !own.has(addressId));
  const candidates = await findCandidates(
    tx,
    strangers.flatMap((it) => it.keys),
  );
  const held = [...candidates.values()].flat().map((it) => it.articleId);
  const owned = [...own.values()].map((it) => it.articleId);
  const current = await currentRevisions(tx, [...new Set([...owned, ...held])]);
  const next = subjects.flatMap(({ addressId, contentHash }) => {
    const articleId = own.get(addressId)?.articleId;
    if (articleId === undefined) return [];
    const it = current.get(articleId);
    const isSame = it?.isSigned && it.contentHash === contentHash;
    return isSame ? [] : [{ addressId, articleId }];
  });
  const asked = [
    ...strangers.flatMap(({ signature }) => [...(signature?.keys ?? [])]),
    ...(await freshKeys(tx, next, memoryDays)),
  ];
  const holders = await findHolders(tx, new Set(asked), memoryDays);
  const tellings = await loadTellings(tx, [
    ...strangers.flatMap((it) => worthComparing(it, candidates)),
    ...likelyOfAll(strangers, holders.index),
  ]);
  // One more, by which it is told what time it is.
  const freshIds = await reserveIds(tx, 2 * strangers.length + 1);
  return {
    ...{ own, current, candidates, freshIds, crowded: holders.crowded },
    restless: await restlessAmong(tx, next),
    book: new CandidateBook(holders, tellings),
    now: instantOfId(freshIds[0] ?? 0),
    times: { windowMs: windowHours * HOUR, memoryMs: 24 * memoryDays * HOUR },
  };
}

/** The articles to compare with any of a batch, those before it in the batch being claimed or not. */
function likelyOfAll(strangers: readonly Subject[], index: KeyIndex): number[] {
  const coming = new KeyIndex();
  return strangers.flatMap(({ signature, addressId }) => {
    if (!signature) return [];
    const likely = index.likely(signature.keys, { coming });
    for (const key of signature.keys) coming.hold(key, addressId, addressId);
    return likely;
  });
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
