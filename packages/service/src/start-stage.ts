import { type AddressReference, addressIdsOf, addressReference } from '@nashra/contracts';
import { environmentFault } from '@nashra/errors';
import { quarantine, type StageName, stageOf } from '@nashra/pipeline';
import { type FailedJob, type JobContext, type RunningWorker, startWorker } from '@nashra/queue';
import { createHand, type Hand } from './hand.ts';
import type { Service } from './service.ts';

/** What a stage does with one address; the outcome in a word. */
export type HandleAddress = (
  address: { readonly addressId: number },
  context: JobContext,
) => Promise<string>;

export interface StageOptions {
  /** Jobs at once. */
  readonly concurrency: number;
  /** Where the addresses of these jobs are held. */
  readonly hand?: Hand;
  /** Pause before the second attempt, which doubles; the stage's own when absent. */
  readonly backoffMs?: number;
  /** A process killed outright frees its jobs after at most three times this. Default 5 s. */
  readonly lockMs?: number;
  /** Whether jobs go on beside one that is suspected of its worker's death; they wait when absent. */
  readonly othersGoOn?: boolean;
}

/**
 * Takes the jobs of a stage. The addresses of one job are handled side by side; those that fail come again alone, so
 * that nobody pays for his company, and one that nobody can do is quarantined.
 */
export function startStage(
  service: Service,
  name: StageName,
  { concurrency, hand = createHand(), backoffMs, lockMs, othersGoOn = false }: StageOptions,
  work: HandleAddress,
): RunningWorker {
  const { contract } = stageOf(name);
  const handleAll = async (reference: AddressReference, given: JobContext) => {
    const ids = addressIdsOf(reference);
    const isSuspect = 'suspect' in reference && reference.suspect === true;
    // In whose company a worker died, he has a death behind him already.
    const context = isSuspect ? { ...given, stalls: given.stalls + 1 } : given;
    const traced = await service.tracer?.follow(name, ids);
    if (!traced) return await handleThese(ids, context, work);
    const spanned: HandleAddress = ({ addressId }, of) =>
      traced.span(addressId, of, (context) => work({ addressId }, context));
    try {
      return await handleThese(ids, context, spanned);
    } finally {
      await traced.end();
    }
  };
  const handleThese = async (
    ids: readonly number[],
    context: JobContext,
    handle: HandleAddress,
  ) => {
    const [addressId] = ids;
    if (addressId !== undefined && ids.length === 1) {
      return await hand.hold(() => handle({ addressId }, context));
    }
    // A worker died while it held them: whose fault that was will show when each is alone.
    if (context.stalls > 0) {
      await comeAlone(service, name, ids, { suspect: true, background: context.isBackground });
      return ids.map(() => 'apart');
    }
    const together = { ...context, lastAttempt: false };
    const results = await Promise.allSettled(
      ids.map((id) => hand.hold(() => handle({ addressId: id }, together))),
    );
    const faulty = results.find(
      (it) => it.status === 'rejected' && environmentFault(it.reason) !== null,
    );
    // Nobody's own failure: they wait together. Who is done already is found to have moved on.
    if (faulty?.status === 'rejected') throw faulty.reason;
    const failed = ids.filter((_, at) => results[at]?.status === 'rejected');
    if (failed.length > 0) {
      const [reason] = results.flatMap((it) => (it.status === 'rejected' ? [it.reason] : []));
      context.log.warn({ err: reason, addressIds: failed }, 'failed together, come again alone');
      await comeAlone(service, name, failed, {
        delayMs: contract.backoffMs,
        background: context.isBackground,
      });
    }
    return results.map((it) => (it.status === 'fulfilled' ? it.value : 'apart'));
  };
  return startWorker(contract, handleAll, {
    ...service.redis,
    concurrency,
    ...(backoffMs === undefined ? {} : { backoffMs }),
    ...(lockMs === undefined ? {} : { lockMs }),
    othersGoOn,
    log: service.log,
    weather: service.weather,
    now: () => service.queues.now(),
    onReport: service.metrics.report,
    onGiveUp: (job) => giveUp(service, name, job),
  });
}

async function comeAlone(
  { queues }: Service,
  name: StageName,
  ids: readonly number[],
  {
    delayMs = 0,
    suspect,
    background,
  }: { readonly delayMs?: number; readonly suspect?: true; readonly background: boolean },
): Promise<void> {
  const jobs = ids.map((addressId) => ({
    payload: { addressId, ...(suspect && { suspect }) },
    delayMs,
    background,
  }));
  await queues.pushMany(name, jobs);
}

async function giveUp(service: Service, name: StageName, job: FailedJob): Promise<void> {
  const { data } = addressReference.safeParse(job.payload);
  if (!data) return await quarantine(service, name, job);
  for (const addressId of addressIdsOf(data)) {
    await quarantine(service, name, { ...job, payload: { addressId } });
  }
}
