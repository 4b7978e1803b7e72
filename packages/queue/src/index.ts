export { brokenRedis } from './broken-redis.ts';
export { openRedis, type RedisOptions } from './connection.ts';
export { type Flow, STANDSTILL_MS, standsStill } from './flow.ts';
export type { RedisMemory } from './memory.ts';
export {
  type Contracts,
  type NewJob,
  openQueues,
  type QueueCounts,
  type Queues,
} from './queues.ts';
export type { FailedJob, Handle, JobContext, JobReport } from './run-job.ts';
export type { Silent, ToldFault } from './told-faults.ts';
export { createWeather, type NamedFault, type Weather } from './weather.ts';
export { within } from './within.ts';
export { type RunningWorker, startWorker, type WorkerOptions } from './worker.ts';
