import { type Check, fail } from './check.ts';

const CLOCK_MS = 5_000;

/** Rows are stamped by servers, and what is due is told by them: whoever is off sees the future or the past. */
export function judgeClock(whose: string, aheadMs: number): Check | null {
  if (Math.abs(aheadMs) < CLOCK_MS) return null;
  const seconds = Math.round(Math.abs(aheadMs) / 1_000);
  const found = `that of ${whose} is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} this machine's`;
  return fail('Clock', found, 'Have both set by NTP (timedatectl set-ntp true).');
}
