import type { Db } from '@nashra/db';
import type { Poster } from '@nashra/http';
import type { Logger } from '@nashra/log';
import {
  articlesOf,
  delivered,
  failed,
  handBack,
  type Parcel,
  takeParcels,
} from '@nashra/subscriptions';
import { afterTry, type Patience } from './after.ts';
import { messageOf } from './message.ts';
import { signed } from './sign.ts';

export interface SendDeps extends Patience {
  readonly db: Db;
  readonly poster: Poster;
  readonly log: Logger;
  readonly concurrency: number;
  readonly signal: AbortSignal;
}

/** Sends what is due to its receivers, each its own in order; returns how many parcels were tried. */
export async function sendParcels(deps: SendDeps): Promise<number> {
  const parcels = await takeParcels(deps.db, deps.concurrency);
  await Promise.all(parcels.map((parcel) => send(parcel, deps)));
  return parcels.length;
}

async function send(parcel: Parcel, deps: SendDeps): Promise<void> {
  const { db, poster, log, signal } = deps;
  // Swept before anybody took them: nothing is left to be sent.
  if (parcel.matches.length === 0) return await delivered(db, parcel);
  const message = messageOf(parcel, await articlesOf(db, parcel));
  const headers = {
    'content-type': 'application/json',
    ...signed(parcel.secret, message, new Date()),
  };
  const answer = await poster
    .post(parcel.address, { body: message.body, headers, signal })
    .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
  if (answer instanceof Error && signal.aborted) return await handBack(db, parcel);
  const after = afterTry(answer, parcel.failures, deps);
  const said = { query: parcel.query, matches: parcel.matches.length };
  if (after.taken) {
    await delivered(db, parcel);
    log.info(said, 'matches delivered');
  } else {
    await failed(db, parcel, after);
    const { error, retryMs } = after;
    log.warn({ ...said, error, retryMs }, retryMs === null ? 'webhook paused' : 'not delivered');
  }
}
