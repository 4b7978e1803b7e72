import type { BlobStore } from '@nashra/blobs';
import { type FetchLogEntry, keepAll, logFetches } from '@nashra/captures';
import type { Db, Queryable } from '@nashra/db';
import { FetchError, type HttpAnswer } from '@nashra/http';
import { endingOf, mayBeTakenBack, noteSentAway } from '@nashra/ledger';
import { advance, type Pipeline, type Step, stageOf } from '@nashra/pipeline';
import { type FeedFacts, noteMoves, notePoll, type Poll } from '@nashra/sources';
import { cleanText } from '@nashra/text';
import { movedTo } from './moved-to.ts';
import type { Ending, Target } from './ports.ts';

/** What came of one fetch, to be written down with others. */
export type Outcome =
  | { readonly target: Target; readonly stored: HttpAnswer; readonly sha256: string }
  | { readonly target: Target; readonly end: Ending };

/** Keeps the bytes; they lie in the store before anybody says so. */
export async function keepBytes(
  blobs: BlobStore,
  target: Target,
  stored: HttpAnswer,
): Promise<Outcome> {
  const { sha256 } = await blobs.put(stored.body);
  return { target, stored, sha256 };
}

/**
 * Commits what came of some fetches: log lines, captures, the health of feeds that could not be had, and each
 * address's step. Gives, in their order, which of them still stood there.
 */
export async function recordOutcomes(
  pipeline: Pipeline,
  outcomes: readonly Outcome[],
  passingMs: number,
): Promise<readonly boolean[]> {
  const ids = outcomes.map(({ target }) => target.addressId);
  const write = async (
    tx: Queryable,
    standing: ReadonlyMap<number, { readonly feed: FeedFacts | null }>,
  ) => {
    const here = outcomes.filter(({ target }) => standing.has(target.addressId));
    await logFetches(tx, here.map(logEntryOf));
    const stored = here.flatMap((it) => ('stored' in it ? [it] : []));
    const captures = await keepAll(tx, stored.map(captureOf));
    await noteMoves(tx, here.flatMap(moveOf));
    for (const it of here) {
      const feed = standing.get(it.target.addressId)?.feed;
      if ('end' in it && feed) await noteHealth(tx, it.target, it.end, feed);
    }
    return new Map(here.map((it) => [it.target.addressId, stepOf(it, captures, passingMs)]));
  };
  // What is taken back by a crash of the database is fetched again.
  const steps = await advance(pipeline, 'fetch', ids, write, { durable: false });
  return ids.map((id) => steps.has(id));
}

function captureOf({ target, stored, sha256 }: Extract<Outcome, { stored: HttpAnswer }>) {
  const { status, headers, finalAddress } = stored;
  const { addressId } = target;
  const head = { status, headers };
  return { addressId, blobSha256: sha256, origin: 'http', finalAddress, head } as const;
}

function stepOf(outcome: Outcome, captures: ReadonlyMap<number, number>, passingMs: number): Step {
  if ('end' in outcome) {
    const { state, reason, waitMs } = outcome.end;
    // A sitemap within another one is asked for again without anybody polling it.
    const isLive = outcome.target.lane === 0;
    const isOpen = endingOf(reason) === 'passing' || (isLive && mayBeTakenBack(reason));
    const passes = state === 'dropped' ? isOpen : state === 'read';
    // A page that stays as it was is looked at as often as it was to be.
    if (state === 'known') return { to: state, reason, waitMs };
    return { to: state, reason, waitMs, set: { again_ms: passes ? passingMs : null } };
  }
  const { headers } = outcome.stored;
  const set = {
    capture_id: captures.get(outcome.target.addressId) ?? null,
    etag: bounded(headers['etag']),
    last_modified: bounded(headers['last-modified']),
  };
  return { to: 'next', set };
}

/** A feed that could not be had is asked more rarely. */
async function noteHealth(
  tx: Queryable,
  { addressId }: Target,
  { state, reason, waitMs, answer }: Ending,
  feed: FeedFacts,
): Promise<void> {
  const poll: Poll =
    state === 'dropped'
      ? { is: 'failed', reason, waitMs }
      : { is: 'unchanged', reason, head: answer?.headers ?? {} };
  await notePoll(tx, addressId, poll, feed);
}

/** Of feeds: where an answer that counts was found. */
function moveOf(outcome: Outcome) {
  const { addressId, address, kind } = outcome.target;
  const answer = 'stored' in outcome ? outcome.stored : outcome.end.answer;
  const counts = 'stored' in outcome || outcome.end.state === 'read';
  if (kind !== 'feed' || !answer || !counts) return [];
  return [{ addressId, movedTo: movedTo(address, answer.hops) }];
}

/** A host that sends an address away spends one of the address's waits. */
export async function noteAway(db: Db, { addressId }: Target, answer: HttpAnswer): Promise<void> {
  await logFetches(db, [entryOf(addressId, 'sent_away', answer)]);
  await noteSentAway(db, addressId, stageOf('fetch').takes);
}

function logEntryOf(outcome: Outcome): FetchLogEntry {
  const { addressId } = outcome.target;
  if ('stored' in outcome) return entryOf(addressId, 'stored', outcome.stored);
  const { reason, answer, error } = outcome.end;
  const by = reason === 'challenge' && answer?.challenge ? `:${answer.challenge}` : '';
  return entryOf(addressId, `${reason}${by}`, answer, error);
}

function entryOf(
  addressId: number,
  outcome: string,
  answer: HttpAnswer | undefined,
  error?: unknown,
): FetchLogEntry {
  return {
    addressId,
    outcome,
    status: answer?.status ?? null,
    ms: answer?.timings.totalMs ?? 0,
    bytes: answer?.body.length ?? null,
    finalAddress: answer?.finalAddress ?? null,
    hops: answer?.hops ?? (error instanceof FetchError ? error.hops : []),
  };
}

function bounded(field: string | undefined): string | null {
  return field !== undefined && field.length <= 1_024 && cleanText(field) === field ? field : null;
}
