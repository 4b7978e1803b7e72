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
export type { ToldFault } from './told-faults.ts';
export { createWeather, type Weather } from './weather.ts';
export { type RunningWorker, startWorker, type WorkerOptions } from './worker.ts';
