import type { ColumnType, Generated } from 'kysely';

/** The first three of what came to nothing, the last of articles whose bytes are kept. */
export type BulkVerb = 'retry' | 'discard' | 'quarantine' | 'reextract';
export type BulkState =
  | 'waiting'
  | 'running'
  | 'paused'
  | 'done'
  | 'stopped'
  | 'aborted'
  | 'undoing'
  | 'undone';

/** What somebody may ask of a run. */
export type BulkWish = 'abort' | 'undo' | 'pause' | 'resume';

/** How one phase went. */
export interface BulkPhase {
  readonly sent: number;
  /** Of those sent, how many have ended, and how many of these came to nothing again. */
  readonly ended: number;
  readonly failed: number;
}

/** Something an operator does to all failures of a filter. Its id carries when it was asked for; see `instantOfId`. */
export interface BulkRunTable {
  id: Generated<number>;
  verb: BulkVerb;
  /** In words, as `readFailureFilter` reads them; ages count from when it was asked for. */
  filter: string;
  actor: string;
  reason: string;
  /** All at once, instead of ten, then a tenth, then the rest. */
  is_whole: Generated<boolean>;
  /** Addresses a second at the most; null for as fast as it goes. */
  rate: number | null;
  /** Addresses at the most. */
  most: number;
  state: Generated<BulkState>;
  /** What somebody has asked of it, until it is done. */
  wanted: BulkWish | null;
  /** Why it stopped by itself. */
  why: 'failing' | 'slow' | null;
  /** Known once its addresses are chosen. */
  matched: number | null;
  phase: Generated<number>;
  phases: ColumnType<BulkPhase[], string | undefined, string>;
  /** Items gone through, those of them that something was done to, and those taken back. */
  sent: Generated<number>;
  acted: Generated<number>;
  taken_back: Generated<number>;
  phase_at: Date | null;
  stepped_at: Date | null;
  ended_at: Date | null;
}

/** An address of a run, by its place; with what undoing needs, once it was acted on. */
export interface BulkItemTable {
  run_id: number;
  n: number;
  address_id: number;
  kept: ColumnType<unknown, string | null, string | null>;
}
