import type { AddressReference } from '@nashra/contracts';
import type { Lane } from '@nashra/db';
import type { PipelineQueues, Stage } from './way.ts';

/**
 * Gives a stage its jobs: addresses that go on together are one job, where the stage takes several at once. Those of the back
 * lane have jobs of their own, which run when no others wait.
 */
export async function pushOnward(
  queues: PipelineQueues,
  stage: Stage,
  addressIds: readonly number[],
  laneOf: (addressId: number) => Lane = () => 0,
): Promise<void> {
  const jobs = LANES.flatMap((lane) => {
    const own = addressIds.filter((id) => laneOf(id) === lane);
    const background = lane > 0;
    return jobsOf(own, mostOf(stage, background)).map((payload) => ({ payload, background }));
  });
  if (jobs.length > 0) await queues.pushMany(stage.name, jobs);
}

const LANES: readonly Lane[] = [0, 1];

const mostOf = ({ together, behind = together }: Stage, isBackground: boolean) =>
  isBackground ? behind : together;

function jobsOf(addressIds: readonly number[], most: number): AddressReference[] {
  const jobs = [];
  for (let at = 0; at < addressIds.length; at += most) {
    const some = addressIds.slice(at, at + most);
    const [addressId] = some;
    if (addressId === undefined) continue;
    jobs.push(some.length === 1 ? { addressId } : { addressIds: some });
  }
  return jobs;
}
