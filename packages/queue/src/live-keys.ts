import type { Redis } from 'ioredis';

/**
 * Which deduplication keys are held by a job that still has to run. BullMQ sets `de:<key>` to the
 * job's id when it is added and deletes it when the job completes or fails; the job itself is
 * looked at too, so that a key left behind by a lost job counts as free.
 */
export async function liveKeys(
  redis: Redis,
  base: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const live = new Set<string>();
  if (keys.length === 0) return live;
  const jobIds = await redis.mget(keys.map((key) => `${base}:de:${key}`));
  const held = keys.flatMap((key, at) => (jobIds[at] ? [{ key, jobId: jobIds[at] }] : []));
  const pipeline = redis.pipeline();
  for (const { jobId } of held) pipeline.exists(`${base}:${jobId}`);
  const answers = held.length > 0 ? ((await pipeline.exec()) ?? []) : [];
  for (const [at, { key }] of held.entries()) {
    if (answers[at]?.[1] === 1) live.add(key);
    else await redis.del(`${base}:de:${key}`);
  }
  return live;
}
