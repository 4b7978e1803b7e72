export { localSlots, localStore, type RobotsStore } from './local.ts';
export {
  type Aside,
  createPoliteGet,
  type Pace,
  type PoliteGet,
  type PoliteGetDeps,
  type PoliteRequest,
} from './polite-get.ts';
export { crawlDelayMs, isAllowed, permits, policyFor, type RobotsPolicy } from './robots/decide.ts';
export {
  openRobots,
  type RobotsCache,
  type RobotsOptions,
  type RobotsVerdict,
} from './robots/open-robots.ts';
export {
  parseRobots,
  type Robots,
  type RobotsGroup,
  type RobotsLimits,
  type RobotsRule,
  robotsLimits,
} from './robots/parse.ts';
export { productToken } from './robots/product-token.ts';
export { RobotsDeniedError, RobotsUnreachableError } from './robots/robots-errors.ts';
export {
  type HostSlots,
  type HostSlotsOptions,
  openHostSlots,
  type SlotGrant,
  type SlotRequest,
} from './slots/open-host-slots.ts';
