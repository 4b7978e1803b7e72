import { setTimeout as sleep } from 'node:timers/promises';
import { openDb } from '@nashra/db';
import { queues as contracts, readStatus } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { asReader, latestArticles } from '@nashra/reader';
import { readOutage } from '../doctor/check-feeds.ts';
import type { LiveDisplay } from './live-display.ts';
import { type Live, liveBlock, liveLine } from './live-text.ts';

export interface ShowOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly prefix: string;
  readonly display: LiveDisplay;
  /** True for a block that is drawn anew, false for a line now and then. */
  readonly isTerminal: boolean;
  readonly signal: AbortSignal;
}

/** Shows the counts until the signal aborts. */
export async function showLive(options: ShowOptions): Promise<void> {
  const { databaseUrl, redisUrl, prefix, display, isTerminal, signal } = options;
  await using db = openDb(databaseUrl, { poolSize: 2, name: 'nashra-up', as: 'nashra_app' });
  await using queues = openQueues(contracts, { redisUrl, prefix });
  let last = '';
  while (!signal.aborted) {
    const startedAt = Date.now();
    try {
      const [status, [newest], outage] = await Promise.all([
        readStatus({ db, queues }),
        latestArticles(asReader(db), 1),
        readOutage(db),
      ]);
      last = show({ status, newest: newest?.title, outage }, last, display, isTerminal);
    } catch {
      if (!signal.aborted) display.show(['The database or Redis does not answer just now.']);
    }
    // Counting a large ledger takes a while: it may use a tenth of the time.
    const pause = Math.max(isTerminal ? 1_000 : 5_000, 9 * (Date.now() - startedAt));
    await sleep(pause, undefined, { signal }).catch(() => {});
  }
  display.show([]);
}

function show(live: Live, last: string, display: LiveDisplay, isTerminal: boolean): string {
  const line = liveLine(live);
  if (isTerminal) display.show(liveBlock(live));
  else if (line !== last) display.log(line);
  return line;
}
