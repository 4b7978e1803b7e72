import { readFileSync } from 'node:fs';
import { statOf } from './process-identity.ts';

/** Of Linux' clock, in which it tells processes' times: 100 wherever Node runs. */
const TICKS_PER_SECOND = 100;

/** Seconds of CPU that a process has taken; 0 of one that has gone, or where the system does not tell. */
export function secondsOf(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND || 0;
}

/** Seconds of CPU that all of the machine's processes have taken; 0 where the system does not tell. */
export function secondsOfAll(): number {
  try {
    const [, ...fields] = (readFileSync('/proc/stat', 'latin1').split('\n')[0] ?? '').split(/\s+/);
    const [user = 0, nice = 0, system = 0] = fields.map(Number);
    return (user + nice + system) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}
