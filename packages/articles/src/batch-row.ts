import type { Decision, Draft } from './draft.ts';

/** An article's next revision, ready to be written. */
export interface BatchRow {
  readonly addressId: number;
  readonly draft: Draft;
  readonly decision: Decision;
  /** Of the revision. */
  readonly number: number;
}
