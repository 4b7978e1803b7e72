import { noteAlarms, settleAlarms, takeAlarms } from '@nashra/audit';
import type { Db } from '@nashra/db';
import type { Logger } from '@nashra/log';
import { keepDoing } from '@nashra/service';
import type { Concern } from '../state/concerns.ts';
import { alarmsOf, linesOf, URGENT } from './alarms-of.ts';
import type { Bell } from './bells.ts';
import { isQuiet, type Quiet } from './quiet.ts';

export interface Watch {
  readonly db: Db;
  readonly bells: readonly Bell[];
  readonly quiet: Quiet | null;
  readonly log: Logger;
  /** What needs attention now. */
  concerns(): Promise<readonly Concern[]>;
}

const EVERY_MS = 10_000;
/** What was not so for this long is over: what comes and goes is told of once. */
const OVER_MS = 120_000;

/** Tells operators, while somebody is to be told, until disposed. */
export function keepWatch(watch: Watch, everyMs = EVERY_MS): AsyncDisposable {
  if (watch.bells.length === 0) return new AsyncDisposableStack();
  return keepDoing(async () => {
    await watchOnce(watch).catch((err: unknown) => watch.log.warn({ err }, 'no watch was kept'));
    return everyMs;
  });
}

/** One look: what begins and what is over is told together, once, by one of all who watch. */
export async function watchOnce(
  { db, bells, quiet, log, concerns }: Watch,
  { now = new Date(), overMs = OVER_MS }: { now?: Date; overMs?: number } = {},
): Promise<void> {
  const alarms = alarmsOf(await concerns());
  await noteAlarms(db, alarms);
  const isNight = isQuiet(quiet, now);
  const loud = alarms.filter(({ isUrgent }) => isUrgent || !isNight);
  const keys = loud.map(({ key }) => key);
  const telling = await takeAlarms(db, keys, overMs, isNight ? URGENT : null);
  const { begun, over } = telling;
  if (begun.length + over.length === 0) return;
  const subject =
    begun.length > 0 ? `Nashra: ${begun.length} to look at` : `Nashra: ${over.length} over`;
  const lines = [
    ...linesOf(begun, ({ what }) => `• ${what}`),
    ...linesOf(over, ({ what, since }) => `✓ over: ${what} (since ${since.toISOString()})`),
  ];
  const rung = await Promise.allSettled(bells.map((bell) => bell.ring(subject, lines)));
  for (const [at, it] of rung.entries())
    if (it.status === 'rejected')
      log.warn({ bell: bells[at]?.name, err: it.reason }, 'operators could not be told');
  await settleAlarms(
    db,
    telling,
    rung.some(({ status }) => status === 'fulfilled'),
  );
}
