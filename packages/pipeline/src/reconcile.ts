import { move, type Resting, resting } from '@nashra/ledger';
import { pushOnward } from './push.ts';
import { quarantine } from './quarantine.ts';
import { pushToSlots } from './release.ts';
import { type Pipeline, STAGE_STATES, type Stage, stageOf, way } from './way.ts';

export interface ReconcileOptions {
  /** Only addresses that have not moved for this long are looked at. */
  readonly graceMs: number;
  readonly intervalMs: number;
  /** Addresses looked at in one pass at the most. */
  readonly limit: number;
  /** After so many rescues in one flight an address is quarantined. */
  readonly maxRescues: number;
}

export interface Reconciled {
  readonly seen: number;
  readonly rescued: number;
  readonly quarantined: number;
}

/**
 * Finds every address that is neither final nor waiting nor held by a live job, and gives it a job
 * again. Redis may be emptied at any moment: this is why nothing is lost.
 */
export async function reconcile(
  pipeline: Pipeline,
  { graceMs, intervalMs, limit, maxRescues }: ReconcileOptions,
): Promise<Reconciled> {
  const total = { seen: 0, rescued: 0, quarantined: 0 };
  for await (const page of resting(pipeline.db, { states: STAGE_STATES, graceMs, limit })) {
    total.seen += page.length;
    for (const stage of way) {
      const lost = await withoutJob(pipeline, stage, page);
      const rescued = lost.filter((row) => row.rescues < maxRescues);
      await rescue(pipeline, stage, rescued, intervalMs);
      total.rescued += rescued.length;
      for (const { id, rescues } of lost) {
        if (rescues < maxRescues) continue;
        const message = `its job was lost ${rescues} times in one flight`;
        const payload = { addressId: id };
        const job = { payload, code: 'LOST_TOO_OFTEN', message, jobId: undefined };
        await quarantine(pipeline, stage.name, job);
        total.quarantined += 1;
      }
    }
  }
  return total;
}

async function withoutJob(
  { queues }: Pipeline,
  stage: Stage,
  page: readonly Resting[],
): Promise<Resting[]> {
  const here = page.filter((row) => row.state === stage.takes);
  const live = await queues.live(
    stage.name,
    here.map(({ id }) => String(id)),
  );
  return here.filter(({ id }) => !live.has(String(id)));
}

async function rescue(
  pipeline: Pipeline,
  stage: Stage,
  rows: readonly Resting[],
  intervalMs: number,
): Promise<void> {
  const moved = await move(pipeline.db, {
    rows: rows.map(({ id }) => ({ id })),
    from: [stage.takes],
    to: { at: stage.takes },
    reason: 'rescued',
    rescued: true,
  });
  const still = new Set(moved);
  const again = rows.filter((row) => still.has(row.id));
  if (stage.name === stageOf('fetch').name) return pushToSlots(pipeline, again, intervalMs);
  const lanes = new Map(again.map(({ id, lane }) => [id, lane]));
  await pushOnward(
    pipeline.queues,
    stage,
    again.map(({ id }) => id),
    (addressId) => lanes.get(addressId) ?? 0,
  );
}
