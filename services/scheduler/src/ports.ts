import type { Reconciled } from '@nashra/pipeline';

export interface TickDeps {
  /** Makes the addresses of due feeds wait; returns how many. */
  pollDue(): Promise<number>;
  /** Makes the addresses wait that are to be looked at again; returns how many. */
  lookAgain(): Promise<number>;
  /** Gives feeds that have moved for good their new address; returns how many. */
  adoptMoves(): Promise<number>;
  release(): Promise<number>;
  /** Null when its time has not come. */
  reconcile(): Promise<Reconciled | null>;
}

export type TickOutcome = 'idle' | 'worked';
