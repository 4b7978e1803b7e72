import type { Db } from '@nashra/db';
import { listQueries } from '@nashra/subscriptions';
import { type Check, warn } from './check.ts';

const MOST = 20_000;

/** Receivers that were given up. */
export async function checkWebhooks(db: Db): Promise<Check[]> {
  const paused = (await listQueries(db, MOST)).filter(({ webhook }) => webhook?.state === 'paused');
  const [first] = paused;
  if (!first?.webhook) return [];
  const found = `${paused.length} paused, such as ${first.name}: ${first.webhook.lastError ?? ''}`;
  return [
    warn('Webhooks', found, `Mend it, and run "nashra queries webhook ${first.name} <address>".`),
  ];
}
