import type { HubLease } from '@nashra/sources';

/** Something a stranger asked, as far as it is looked at. */
export interface Call {
  readonly method: string;
  readonly token: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Null where it is longer than allowed, or does not come. */
  body(): Promise<Buffer | null>;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
}

export interface HearDeps {
  leaseOf(token: string): Promise<HubLease | null>;
  leased(lease: HubLease, seconds: number): Promise<void>;
  denied(lease: HubLease): Promise<void>;
  left(lease: HubLease): Promise<void>;
  /** Has its feed polled soon. */
  hasten(lease: HubLease): Promise<void>;
  /** Takes a document of its feed in; false where that is on its way already. */
  deliver(
    lease: HubLease,
    bytes: Buffer,
    headers: Readonly<Record<string, string>>,
  ): Promise<boolean>;
  /** Whether there is a look-up for tokens that nobody may know, and a document for this lease. */
  mayLookUp(): boolean;
  mayDeliver(lease: HubLease): boolean;
}
