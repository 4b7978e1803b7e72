import { type AddressReference, addressIdsOf, addressReference } from '@nashra/contracts';
import { sql } from 'kysely';
import { queues as contracts, type Pipeline, type QueueName } from './way.ts';

/** Somebody may still be looking at what failed just now. */
const REST_MS = 60_000;

/**
 * Forgets failed jobs that nobody has to do with any more: no row of quarantine knows them or their addresses, since these
 * were sent through again, or the job was one of many of its kind. How many went.
 */
export async function sweepFailed({ db, queues }: Pipeline, restMs = REST_MS): Promise<number> {
  let removed = 0;
  for (const name of Object.keys(contracts) as QueueName[]) {
    const before = queues.now() - restMs;
    const jobs = (await queues.failed(name)).filter(({ failedAt }) => failedAt.getTime() <= before);
    if (jobs.length === 0) continue;
    const addresses = jobs.flatMap(({ payload }) => addressesOf(payload));
    const { rows } = await sql<{ jobId: string | null; addressId: number | null }>`
      select job_id as "jobId", address_id as "addressId" from nashra.quarantine
      where (queue = ${name} and job_id = any(${jobs.map(({ id }) => id)}::text[]))
        or address_id = any(${addresses}::bigint[])`.execute(db);
    const known = new Set(rows.flatMap(({ jobId, addressId }) => [jobId, addressId]));
    const stale = jobs.filter(
      ({ id, payload }) => !known.has(id) && !addressesOf(payload).some((it) => known.has(it)),
    );
    await queues.forget(
      name,
      stale.map(({ id }) => id),
    );
    removed += stale.length;
  }
  return removed;
}

/** None where the payload fits no contract. */
function addressesOf(payload: unknown): readonly number[] {
  const { data } = addressReference.safeParse(payload) as { readonly data?: AddressReference };
  return data ? addressIdsOf(data) : [];
}
