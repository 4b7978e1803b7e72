export { createBatcher } from './batcher.ts';
export { createHand, type Hand } from './hand.ts';
export { keepCarrying } from './keep-carrying.ts';
export { type Doing, keepDoing } from './keep-doing.ts';
export { type InLane, type LaneName, openLanes } from './lanes.ts';
export type { Metrics } from './metrics.ts';
export { runService } from './run-service.ts';
export { type Overrides, openService, type RunningService, type Service } from './service.ts';
export {
  blobsEnv,
  paceEnv,
  passingEnv,
  type ServiceConfig,
  serviceEnv,
  storyEnv,
  webEnv,
} from './service-env.ts';
export { type HandleAddress, type StageOptions, startStage } from './start-stage.ts';
