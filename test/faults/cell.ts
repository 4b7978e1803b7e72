import type { Load } from './load.ts';
import type { System } from './system.ts';

/** One fault of the matrix: how it is brought about and taken away, and what is asked of the system meanwhile. */
export interface Cell {
  readonly name: string;
  /** `--quick` runs the first cell of every kind. */
  readonly kind:
    | 'peer'
    | 'redis'
    | 'postgres'
    | 'disk'
    | 'process'
    | 'clock'
    | 'queue'
    | 'page'
    | 'load';
  /** What happens, in a line. */
  readonly what: string;
  /** What readyz and status call it within 15 s; left out where it is over at once. */
  readonly named?: RegExp;
  /** How long it stands at the least, once it has its name; 0 by default. */
  readonly holdMs?: number;
  /** Nothing stands still while it lasts: articles that are entered meanwhile come through meanwhile. */
  readonly isHarmless?: true;
  /** It is brought about once more in the end, and all are stopped while it lasts. */
  readonly stops?: true;
  /** So much is left to do that whatever comes through is a sign of life; this long is given to do it. */
  readonly drainMs?: number;
  /** Too long for anything but itself: only where it is named. */
  readonly isLong?: true;
  /** From the end of the cause to the next article; 15 s by default. */
  readonly healMs?: number;
  /** Rows of quarantine that are no innocents, and nobody's address. */
  readonly guilty?: number;
  /** Addresses that are quarantined with good reason. */
  readonly convicted?: number;
  /** Kept out of storms, for another reason than those above. */
  readonly isAlone?: true;
  /** The blob store lies on a small file system of its own. */
  readonly ownDisk?: true;
  /** It is there when `begin` has ended: a service had to be started first. */
  readonly isLateToBegin?: true;
  /** The fault is there before the services are. */
  readonly atStart?: true;
  begin(system: System, load: Load): Promise<void>;
  /** Takes the cause away; nothing where it went by itself. */
  end?(system: System, load: Load): Promise<void>;
  /** What else must be true in the end; throws where it is not. */
  check?(system: System, load: Load): Promise<void>;
}
