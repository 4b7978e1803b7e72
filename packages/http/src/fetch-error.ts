import { PipelineError, type Retry } from '@nashra/errors';
import type { Hop } from './answer.ts';

/**
 * Why no answer came.
 * - `TIMEOUT`: connecting, the head, the whole exchange or the rate of the body was too slow.
 * - `TOO_LARGE`: head, body on the wire or decoded body over its bound.
 * - `PROTOCOL`: not HTTP, or HTTP that contradicts itself.
 * - `TRUNCATED`: the connection or the compressed stream ended before the body did.
 * - `DECODE`: Content-Encoding unknown, or the body is not what it says.
 * - `BLOCKED_ADDRESS`: refused by policy (scheme, credentials, port, non-public IP).
 */
export type FetchErrorCode =
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'PROTOCOL'
  | 'TRUNCATED'
  | 'DECODE'
  | 'TOO_MANY_REDIRECTS'
  | 'BLOCKED_ADDRESS'
  | 'TLS'
  | 'DNS'
  | 'CONNECT';

/** Refusals and bounds hold the next time too; everything else may heal by itself. */
const FINAL: ReadonlySet<FetchErrorCode> = new Set([
  'TOO_LARGE',
  'TOO_MANY_REDIRECTS',
  'BLOCKED_ADDRESS',
]);

export interface FetchErrorOptions extends ErrorOptions {
  /** What was over its bound is the head, or its like after the body: a fault of the server, where a long body is its own. */
  readonly ofHead?: boolean;
}

export class FetchError extends PipelineError {
  override name = 'FetchError';
  readonly code: FetchErrorCode;
  readonly retry: Retry;
  readonly ofHead: boolean;
  /** Redirects followed before it failed. */
  hops: readonly Hop[] = [];

  constructor(code: FetchErrorCode, message: string, options?: FetchErrorOptions) {
    super(message, options);
    this.code = code;
    this.ofHead = options?.ofHead ?? false;
    this.retry = FINAL.has(code) ? 'never' : 'backoff';
  }
}
