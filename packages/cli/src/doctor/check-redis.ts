import {
  queues as contracts,
  type PipelineQueues,
  type QueueName,
  troublesOfQueue,
} from '@nashra/pipeline';
import { openQueues, openRedis } from '@nashra/queue';
import { explainError } from '../explain-error.ts';
import { type Check, fail, ok, warn } from './check.ts';

export async function checkRedis(redisUrl: string, prefix: string): Promise<Check[]> {
  try {
    await using connection = openRedis(redisUrl);
    const checks = judgeRedis(await connection.redis.info());
    await using queues = openQueues(contracts, { redisUrl, prefix });
    return [...checks, await checkWorkers(queues), ...(await checkFlow(queues))];
  } catch (error) {
    return [fail('Redis', 'no answer', explainError(error).line)];
  }
}

/** What Redis says of itself (INFO; CONFIG is closed on managed ones). */
export function judgeRedis(info: string): Check[] {
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
  const version = field('valkey_version') || field('redis_version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const found = `${version}, ${field('used_memory_human')} used`;
  const policy = field('maxmemory_policy');
  return [
    major > 6 || (major === 6 && minor >= 2)
      ? ok('Redis', found)
      : fail('Redis', found, 'Redis 6.2 or newer is needed.'),
    policy === 'noeviction'
      ? ok('Redis memory', policy)
      : fail('Redis memory', policy, 'Jobs may vanish: set maxmemory-policy noeviction.'),
    field('aof_enabled') === '1'
      ? ok('Redis AOF', 'on')
      : warn(
          'Redis AOF',
          'off',
          'Jobs are put back after a crash, slowly; appendonly yes keeps them.',
        ),
  ];
}

async function checkWorkers(queues: PipelineQueues): Promise<Check> {
  const names = Object.keys(contracts) as QueueName[];
  const counts = await Promise.all(names.map((name) => queues.workers(name)));
  const idle = names.filter((_, at) => counts[at] === 0);
  if (idle.length === 0)
    return ok('Workers', names.map((it, at) => `${it} ${counts[at]}`).join(', '));
  return warn(
    'Workers',
    `none for ${idle.join(', ')}`,
    'Start the services: "nashra up" starts all.',
  );
}

/** Whether jobs that wait are taken: what services and queues say themselves. */
async function checkFlow(queues: PipelineQueues): Promise<Check[]> {
  await queues.ping();
  const names = Object.keys(contracts) as QueueName[];
  const flows = await Promise.all(names.map((name) => queues.flow(name)));
  const troubles = flows.flatMap((flow, at) => troublesOfQueue(names[at] as QueueName, flow));
  const told = await queues.faults();
  const found = [
    ...troubles.map(({ where, what }) => `${where} ${what}`),
    ...told.map(({ who, what }) => `${who} rests: ${what}`),
  ];
  if (found.length === 0) return [ok('Flow', 'work moves')];
  const advice =
    'A paused queue is resumed on the dashboard; the rest goes on when its cause is gone.';
  return found.map((what) => fail('Flow', what, advice));
}
