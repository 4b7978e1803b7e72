/** One answer on the way: a redirect that was followed, or the last answer. */
export interface Hop {
  readonly address: string;
  readonly status: number;
  /** The next address, resolved; `null` on the last hop. */
  readonly location: string | null;
}

export interface Timings {
  readonly startedAt: Date;
  /** Milliseconds until the head of the last answer. */
  readonly headersMs: number;
  /** Milliseconds until the end of its body. */
  readonly totalMs: number;
}

/** What was wrong with an answer that was read all the same: it ends too early, or its coding is not what it says. */
export type AnswerWarning = 'cut' | 'coding';

/** Any answer a server gave: 304, 4xx and 5xx are answers too. */
export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names; repeated fields joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded from its Content-Encoding; empty for 304 and for 4xx and 5xx, whose bodies are not read. */
  readonly body: Buffer;
  readonly finalAddress: string;
  /** Every answer in order, the last one included. */
  readonly hops: readonly Hop[];
  readonly warnings?: readonly AnswerWarning[];
  /** Who answered in the site's place with an anti-bot page: `cloudflare`, `datadome`, … */
  readonly challenge?: string;
  readonly retryAfterMs?: number;
  readonly timings: Timings;
  /** IP that the last connection to this origin went to. */
  readonly remoteAddress: string | null;
}
