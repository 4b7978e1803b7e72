import type { Follower } from '../follower.ts';
import type { Scenario } from '../scenario.ts';
import type { System } from '../system.ts';
import type { World } from '../world/world.ts';

/** Something that is not as it should be. */
export interface Finding {
  readonly law: string;
  readonly what: string;
}

/** A world at its end. */
export interface Audited extends Pick<Scenario, 'settings' | 'troubles' | 'late'> {
  readonly world: World;
  readonly system: Pick<System, 'failures'>;
  readonly follower: Pick<Follower, 'seen'>;
  /** Whether it came to rest. */
  readonly settled: boolean;
}
