import { PipelineError } from '@nashra/errors';

export class RobotsDeniedError extends PipelineError {
  override name = 'RobotsDeniedError';
  readonly code = 'ROBOTS_DENIED';
  readonly retry = 'never';
  /** Until robots.txt is asked for again, and may say otherwise; undefined where nobody knows. */
  readonly holdsMs: number | undefined;

  constructor(message?: string, holdsMs?: number) {
    super(message);
    this.holdsMs = holdsMs;
  }
}

/** RFC 9309 §2.3.1.4: while robots.txt cannot be had, everything is off limits. */
export class RobotsUnreachableError extends PipelineError {
  override name = 'RobotsUnreachableError';
  readonly code = 'ROBOTS_UNREACHABLE';
  readonly retry = 'backoff';
  /** Code of the FetchError, or `HTTP_<status>`, that stood in the way. */
  readonly reason: string | undefined;

  /** Until robots.txt is asked for again. */
  readonly retryAfterMs: number;

  constructor(host: string, reason?: string, retryAfterMs = 0) {
    super(`robots.txt of ${host} is out of reach${reason === undefined ? '' : `: ${reason}`}`);
    this.retryAfterMs = retryAfterMs;
    this.reason = reason;
  }
}
