import type { DateClaim } from './claims.ts';
import { readMachineDate } from './machine-date.ts';

/** Reads the date in a line of prose, null when there is none. */
export type ReadVisible = (
  text: string,
) => Pick<DateClaim, 'local' | 'offset' | 'precision'> | null;

export function visibleReader(): ReadVisible {
  return (text) => readMachineDate(text);
}
