import type { BlobStore } from '@nashra/blobs';
import { keep, logFetch } from '@nashra/captures';
import type { Db, Queryable } from '@nashra/db';
import { FetchError, type HttpAnswer } from '@nashra/http';
import { noteSentAway } from '@nashra/ledger';
import { advance, type Pipeline, stageOf } from '@nashra/pipeline';
import { noteFeedFailure, noteFeedSuccess } from '@nashra/sources';
import type { Ending, Target } from './ports.ts';

/** Keeps the bytes, then commits capture, log line and the address's step together. */
export async function storeAnswer(
  pipeline: Pipeline,
  blobs: BlobStore,
  { addressId }: Target,
  answer: HttpAnswer,
): Promise<boolean> {
  const { status, headers, finalAddress } = answer;
  const { sha256 } = await blobs.put(answer.body);
  const step = await advance(pipeline, 'fetch', addressId, async (tx) => {
    await note(tx, addressId, { outcome: 'stored', answer });
    const capture = await keep(tx, {
      addressId,
      blobSha256: sha256,
      origin: 'http',
      finalAddress,
      head: { status, headers },
    });
    const set = {
      capture_id: capture,
      etag: bounded(headers['etag']),
      last_modified: bounded(headers['last-modified']),
    };
    return { to: 'next', set };
  });
  return step !== null;
}

/** Ends a flight at the fetch stage; a feed that could not be had is asked more rarely. */
export async function finishFetch(
  pipeline: Pipeline,
  { addressId, kind }: Target,
  { state, reason, answer, error }: Ending,
): Promise<void> {
  await advance(pipeline, 'fetch', addressId, async (tx) => {
    await note(tx, addressId, { outcome: reason, answer, error });
    if (kind === 'feed' && state === 'dropped') await noteFeedFailure(tx, addressId, reason);
    if (kind === 'feed' && state !== 'dropped') await noteFeedSuccess(tx, addressId, reason);
    return { to: state, reason };
  });
}

/** A host that sends an address away spends one of the address's waits. */
export async function noteAway(db: Db, { addressId }: Target, answer: HttpAnswer): Promise<void> {
  await note(db, addressId, { outcome: 'sent_away', answer });
  await noteSentAway(db, addressId, stageOf('fetch').takes);
}

interface Happened {
  readonly outcome: string;
  readonly answer?: HttpAnswer | undefined;
  readonly error?: unknown;
}

async function note(
  db: Queryable,
  addressId: number,
  { outcome, answer, error }: Happened,
): Promise<void> {
  await logFetch(db, {
    addressId,
    outcome,
    status: answer?.status ?? null,
    ms: answer?.timings.totalMs ?? 0,
    bytes: answer?.body.length ?? null,
    finalAddress: answer?.finalAddress ?? null,
    hops: answer?.hops ?? (error instanceof FetchError ? error.hops : []),
  });
}

function bounded(field: string | undefined): string | null {
  return field !== undefined && field.length <= 1_024 ? field.toWellFormed() : null;
}
