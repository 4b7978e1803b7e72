import type { PipelineQueues, Stage } from './way.ts';

/** Gives a stage its jobs: addresses that go on together are one job, where the stage takes several at once. */
export async function pushOnward(
  queues: PipelineQueues,
  stage: Stage,
  addressIds: readonly number[],
  background = false,
): Promise<void> {
  const jobs = [];
  for (let at = 0; at < addressIds.length; at += stage.together) {
    const some = addressIds.slice(at, at + stage.together);
    const [addressId] = some;
    if (addressId === undefined) continue;
    jobs.push({ payload: some.length === 1 ? { addressId } : { addressIds: some }, background });
  }
  if (jobs.length > 0) await queues.pushMany(stage.name, jobs);
}
