import type { PostAnswer } from '@nashra/http';

const LONGEST_MS = 3_600_000;
/** «Gone»: its receiver says that it will never come back. */
const GONE = 410;

export interface Patience {
  /** First pause. */
  readonly retryMs: number;
  /** Failures in a row after which it is left. */
  readonly tries: number;
}

/** What comes after a try: nothing more to do, or a pause before the same again, or none where it is given up. */
export type After =
  | { readonly taken: true }
  | { readonly taken: false; readonly error: string; readonly retryMs: number | null };

/** @param failures in a row before this try */
export function afterTry(
  answer: PostAnswer | Error,
  failures: number,
  { retryMs, tries }: Patience,
): After {
  if (!(answer instanceof Error) && answer.status >= 200 && answer.status < 300)
    return { taken: true };
  const error = answer instanceof Error ? answer.message : `answered ${answer.status}`;
  const isGone = !(answer instanceof Error) && answer.status === GONE;
  if (isGone || failures + 1 >= tries) return { taken: false, error, retryMs: null };
  const asked = answer instanceof Error ? 0 : (answer.retryAfterMs ?? 0);
  const pause = Math.min(retryMs * 2 ** Math.min(failures, 30), LONGEST_MS);
  return { taken: false, error, retryMs: Math.max(pause, Math.min(asked, 24 * LONGEST_MS)) };
}
