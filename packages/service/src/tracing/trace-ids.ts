import { createHash } from 'node:crypto';

/**
 * A flight's trace by the step it began with, which no other flight has: whoever knows the step knows the trace, so no job
 * carries one.
 */
export function traceIdOf(begun: number): string {
  return hashOf(`flight ${begun}`, 32);
}

/** The span of the whole flight. */
export const rootIdOf = (begun: number): string => hashOf(`root ${begun}`, 16);

/** Whether a trace is one of this share, from 0 to 1; all processes say the same. */
export function isSampled(traceId: string, share: number): boolean {
  return Number.parseInt(traceId.slice(-8), 16) < share * 2 ** 32;
}

function hashOf(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
