import type { QueueName } from '@nashra/contracts';
import type { Db } from '@nashra/db';
import { type LedgerStatus, readStatus } from '@nashra/ledger';
import type { QueueCounts, Queues } from '@nashra/queue';
import { type LatestArticle, readLatest } from './read-latest.ts';
import { type QuarantinedJob, readQuarantine } from './read-quarantine.ts';
import { readSources, type Source } from './read-sources.ts';
import { share } from './share.ts';

/** What `/api/status` and `nashra status --json` give. */
export interface Status extends LedgerStatus {
  readonly queues: Readonly<Record<QueueName, QueueCounts>>;
}

export interface Overview {
  readonly status: Status;
  readonly sources: readonly Source[];
  readonly latest: readonly LatestArticle[];
  readonly quarantine: readonly QuarantinedJob[];
}

/** All that the pages show, each reading bounded and shared by everybody who looks. */
export interface PipelineState {
  status(): Promise<Status>;
  sources(): Promise<readonly Source[]>;
  overview(): Promise<Overview>;
}

const FRESH_MS = 2_000;
const ROWS = 20;

export function openState(db: Db, queues: Queues): PipelineState {
  const status = share(FRESH_MS, async () => {
    const [ledger, counts] = await Promise.all([readStatus(db), queues.counts()]);
    return { ...ledger, queues: counts };
  });
  const sources = share(FRESH_MS, () => readSources(db));
  const latest = share(FRESH_MS, () => readLatest(db, ROWS));
  const quarantine = share(FRESH_MS, () => readQuarantine(db, ROWS));
  return {
    status,
    sources,
    async overview() {
      const [a, b, c, d] = await Promise.all([status(), sources(), latest(), quarantine()]);
      return { status: a, sources: b, latest: c, quarantine: d };
    },
  };
}
