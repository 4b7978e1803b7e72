export { StackError, type StackErrorCode } from './errors.ts';
export { freePort } from './free-port.ts';
export { heapArgs } from './heap-args.ts';
export {
  type LoadedService,
  loadService,
  type StartService,
  shapeOf,
  variablesOf,
} from './load-service.ts';
export { type PostgresOptions, type RunningServer, startPostgres } from './postgres.ts';
export { makePrivateFolder } from './private-files.ts';
export { type RedisOptions, startRedis } from './redis.ts';
export { findRedisProgram, type RedisProgram } from './redis-program.ts';
export { type RedisUsers, redisUserLine } from './redis-users.ts';
export { type RunInfo, readRunFile } from './run-file.ts';
export { type Stack, type StackOptions, startStack } from './stack.ts';
export {
  PARENT_WATCH,
  type ServiceEvent,
  type ServiceSpec,
  type ServiceStatus,
  type SupervisorOptions,
} from './supervised-service.ts';
export { type Supervisor, superviseServices } from './supervisor.ts';
export { type YieldOptions, yieldReaders } from './yield-readers.ts';
