import {
  queues as contracts,
  type PipelineQueues,
  type QueueName,
  SILENT,
  troublesOfQueue,
} from '@nashra/pipeline';
import { openQueues, openRedis } from '@nashra/queue';
import { explainError } from '../explain-error.ts';
import { type Check, fail, ok, warn } from './check.ts';
import { judgeClock } from './judge-clock.ts';

export async function checkRedis(redisUrl: string, prefix: string): Promise<Check[]> {
  try {
    await using connection = openRedis(redisUrl);
    const asked = Date.now();
    const [seconds = 0, micros = 0] = (await connection.redis.time()).map(Number);
    const aheadMs = seconds * 1_000 + micros / 1_000 - (asked + Date.now()) / 2;
    const clock = judgeClock('Redis', Math.round(aheadMs));
    const checks = [
      ...judgeRedis(await connection.redis.info(), isCluster(redisUrl)),
      ...(clock ? [clock] : []),
    ];
    const room = Number(URL.parse(redisUrl)?.pathname.slice(1) || 0);
    // The client goes on in database 0 when there is no such one.
    const isThere =
      room === 0 ||
      (await connection.redis.select(room).then(
        () => true,
        () => false,
      ));
    if (!isThere)
      return [
        ...checks,
        fail(
          'Redis database',
          `there is no number ${room}`,
          'Jobs would lie in another: take one below "databases" of redis.conf (16 as a rule) in REDIS_URL.',
        ),
      ];
    // Keys of other nodes are refused, so that nothing more can be asked.
    if (checks.some(({ name }) => name === 'Redis Cluster')) return checks;
    return [...checks, ...(await checkQueues(redisUrl, prefix))];
  } catch (error) {
    return [fail('Redis', 'no answer', explainError(error).line)];
  }
}

/** What the server says of itself stands, whatever becomes of the queues. */
async function checkQueues(redisUrl: string, prefix: string): Promise<Check[]> {
  try {
    await using queues = openQueues(contracts, { redisUrl, prefix });
    return [await checkWorkers(queues), ...(await checkFlow(queues))];
  } catch (error) {
    return [fail('Queues', 'cannot be looked at', explainError(error).line)];
  }
}

/** Whether the address says that there are several that share the keys. */
const isCluster = (redisUrl: string) => URL.parse(redisUrl)?.searchParams.get('cluster') === 'true';

const NEARLY_FULL = 0.9;

/** What Redis says of itself (INFO; CONFIG is closed on managed ones). */
export function judgeRedis(info: string, meansCluster = false): Check[] {
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
  const version = field('valkey_version') || field('redis_version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const found = `${version}, ${field('used_memory_human')} used`;
  const policy = field('maxmemory_policy');
  const [most, used] = [Number(field('maxmemory')), Number(field('used_memory'))];
  return [
    major > 6 || (major === 6 && minor >= 2)
      ? ok('Redis', found)
      : fail('Redis', found, 'Redis 6.2 or newer is needed.'),
    policy === 'noeviction'
      ? ok('Redis memory', policy)
      : fail('Redis memory', policy, 'Jobs may vanish: set maxmemory-policy noeviction.'),
    ...(most > 0 && used > NEARLY_FULL * most
      ? [
          fail(
            'Redis room',
            `${Math.round((100 * used) / most)} % of maxmemory is used`,
            'Writes will be refused: raise maxmemory.',
          ),
        ]
      : []),
    ...(field('role') === 'slave'
      ? [fail('Redis role', 'a replica', 'REDIS_URL has to lead to the one that is written to.')]
      : []),
    ...(field('cluster_enabled') === '1' && !meansCluster
      ? [
          fail(
            'Redis Cluster',
            'REDIS_URL names one node of a cluster as if it were alone',
            'Commands on keys of other nodes are refused (MOVED): add ?cluster=true to REDIS_URL.',
          ),
        ]
      : []),
    ...(field('aof_last_write_status') === 'err' || field('rdb_last_bgsave_status') === 'err'
      ? [
          fail(
            'Redis disk',
            'it cannot write its files',
            'See its log; it may refuse writes until it can.',
          ),
        ]
      : []),
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
  const [told, silent] = await Promise.all([queues.faults(), queues.silent()]);
  const found = [
    ...troubles.map(({ where, what }) => `${where} ${what}`),
    ...told.map(({ who, what }) => `${who} says: ${what}`),
    ...silent.map(({ who }) => `${who} ${SILENT}`),
  ];
  if (found.length === 0) return [ok('Flow', 'work moves')];
  const advice =
    'A paused queue is resumed on the dashboard; the rest goes on when its cause is gone.';
  return found.map((what) => fail('Flow', what, advice));
}
