import type { Db } from '@nashra/db';
import type { Poster } from '@nashra/http';
import type { Logger } from '@nashra/log';
import { type Doing, keepDoing } from '@nashra/service';
import { dropLease, type HubLease, noteAsked, planLeases, takeDueLeases } from '@nashra/sources';
import { askHub } from './ask-hub.ts';

export interface LeaseDeps {
  readonly db: Db;
  readonly poster: Poster;
  readonly log: Logger;
  /** The address of callbacks, to which a token is added. */
  readonly callbacks: string;
}

const LOOK_MS = 1_000;
/** Feeds that name a hub are looked through this often, so many at a time. */
const PLAN_MS = 5_000;
const PLANNED = 500;
/** Hubs asked at a time. */
const TOGETHER = 20;
/** A hub that does not confirm the end of a lease lets it run out. */
const TRIES_TO_LEAVE = 3;

/** Asks hubs for leases, and again before these end, until disposed. */
export function keepLeases(deps: LeaseDeps): Doing {
  let planAt = 0;
  return keepDoing(async (signal) => {
    const isTime = performance.now() >= planAt;
    if (isTime) planAt = performance.now() + PLAN_MS;
    const asked = await askAll(deps, isTime, signal).catch((err: unknown) => {
      if (!signal.aborted) deps.log.warn({ err }, 'no hub can be asked');
      return 0;
    });
    return asked === TOGETHER ? 0 : LOOK_MS;
  });
}

async function askAll(deps: LeaseDeps, plans: boolean, signal: AbortSignal): Promise<number> {
  if (plans) while ((await planLeases(deps.db, PLANNED)) >= PLANNED && !signal.aborted);
  const due = await takeDueLeases(deps.db, TOGETHER);
  await Promise.all(due.map((lease) => ask(lease, deps, signal)));
  return due.length;
}

async function ask(
  lease: HubLease,
  { db, poster, log, callbacks }: LeaseDeps,
  signal: AbortSignal,
): Promise<void> {
  const { id, hub, topic, state, tries } = lease;
  if (state === 'leaving' && tries > TRIES_TO_LEAVE) return await dropLease(db, id);
  const error = await askHub(poster, lease, callbacks, signal);
  if (signal.aborted) return;
  await noteAsked(db, id, error);
  log.info({ hub, topic, state, error }, 'hub asked');
}
