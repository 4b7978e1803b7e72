import type { AccessOf, HttpAnswer } from '@nashra/http';
import type { InFlight, Reason } from '@nashra/ledger';
import type { WaitPolicy } from './judge.ts';

/** A released address, as its row says. */
export interface Target
  extends Pick<
    InFlight,
    | 'addressId'
    | 'address'
    | 'host'
    | 'kind'
    | 'lane'
    | 'etag'
    | 'lastModified'
    | 'waits'
    | 'vain'
    | 'articleId'
  > {
  /** What its source is asked with beside the usual. Throws AccessError when that is not at hand. */
  readonly accessOf?: AccessOf | undefined;
}

export interface FetchDeps {
  readonly policy: WaitPolicy;
  load(addressId: number): Promise<Target | null>;
  /** Throws while the blob store has no room. */
  requireRoom(): void;
  /** One polite, guarded GET. Throws WaitError when it is not this host's turn. */
  get(target: Target, signal: AbortSignal): Promise<HttpAnswer>;
  /** Keeps the bytes, the log line and the address's next state, and gives parse its job; false when it has moved on. */
  store(target: Target, answer: HttpAnswer): Promise<boolean>;
  /** Ends the flight with a log line; a host that asked to be left alone is. */
  finish(target: Target, end: Ending): Promise<void>;
  /** Notes that the host sent the address away, and keeps the host's other addresses away too. */
  sendAway(target: Target, afterMs: number, answer: HttpAnswer): Promise<void>;
}

export interface Ending {
  readonly state: 'known' | 'read' | 'dropped';
  readonly reason: Reason;
  /** Not to be asked for again before. */
  readonly waitMs?: number | undefined;
  readonly answer?: HttpAnswer;
  readonly error?: unknown;
}

export type FetchOutcome = 'stored' | 'stale' | Reason;
