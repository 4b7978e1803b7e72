import type { Recorder } from '../conformance/recorder.ts';
import type { Clock } from './clock.ts';
import type { Random } from './random.ts';
import type { RedisState } from './redis.ts';
import type { Store } from './store.ts';
import type { Troubles } from './troubles.ts';

/** What a process finds around it. */
export interface Surroundings {
  readonly clock: Clock;
  readonly random: Random;
  readonly store: Store;
  readonly redis: RedisState;
  readonly blobs: Map<string, Buffer>;
  readonly troubles: Troubles;
  /** Told of every verb on rows, where it is to be done again elsewhere. */
  readonly recorder: Recorder | null;
  /** Writes down what happened, where somebody wants to know. */
  note(who: string, what: string, whom?: unknown): void;
}
