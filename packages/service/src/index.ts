export type { Metrics } from './metrics.ts';
export { openService, type Service } from './service.ts';
export { paceEnv, type ServiceConfig, serviceEnv } from './service-env.ts';
