import type { Reconciled } from '@nashra/pipeline';

export interface TickDeps {
  /** Makes the addresses of due feeds wait; returns how many. */
  pollDue(): Promise<number>;
  release(): Promise<number>;
  /** Null when its time has not come. */
  reconcile(): Promise<Reconciled | null>;
}

export type TickOutcome = 'idle' | 'worked';
