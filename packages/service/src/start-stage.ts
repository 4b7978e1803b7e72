import type { AddressReference } from '@nashra/contracts';
import { quarantine, type StageName, stageOf } from '@nashra/pipeline';
import { type JobContext, type RunningWorker, startWorker } from '@nashra/queue';
import type { Service } from './service.ts';

/** Takes the jobs of a stage; one that nobody can do is quarantined. */
export function startStage(
  service: Service,
  name: StageName,
  concurrency: number,
  handle: (reference: AddressReference, context: JobContext) => Promise<string>,
): RunningWorker {
  return startWorker(stageOf(name).contract, handle, {
    ...service.redis,
    concurrency,
    log: service.log,
    onReport: service.metrics.report,
    onGiveUp: (job) => quarantine(service, name, job),
  });
}
