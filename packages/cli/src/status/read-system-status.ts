import type { QueueName } from '@nashra/contracts';
import { type LedgerStatus, readStatus } from '@nashra/ledger';
import type { QueueCounts } from '@nashra/queue';
import type { System } from '../system/find-system.ts';

/** What `nashra status --json` prints. */
export interface SystemStatus extends LedgerStatus {
  readonly queues: Readonly<Record<QueueName, QueueCounts>>;
}

export async function readSystemStatus({
  db,
  queues,
}: Pick<System, 'db' | 'queues'>): Promise<SystemStatus> {
  const [status, counts] = await Promise.all([readStatus(db), queues.counts()]);
  return { ...status, queues: counts };
}
