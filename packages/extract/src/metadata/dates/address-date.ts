import type { DateClaim } from './claims.ts';

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const PATTERNS = [
  /(?<!\d)((?:19|20)\d\d)[/_.-](0?[1-9]|1[0-2])[/_.-](0?[1-9]|[12]\d|3[01])(?!\d)/,
  /(?<!\d)((?:19|20)\d\d)[/_.-]?([a-z]{3})[a-z]*[/_.-]?(0?[1-9]|[12]\d|3[01])(?!\d)/i,
  /(?<!\d)(0?[1-9]|[12]\d|3[01])[/_.-](0?[1-9]|1[0-2])[/_.-]((?:19|20)\d\d)(?!\d)/,
  // A section between the year and the day.
  /\/((?:19|20)\d\d)\/[a-z_-]+\/(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])\//i,
  // Ids that begin with a date and go on with a time or a counter.
  /(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\D|\d{6}(?!\d)|$)/,
];

/** The day an address carries in its path, as news sites build them: `/2024/04/30/`. */
export function addressDate(url: string): DateClaim | null {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  for (const [index, pattern] of PATTERNS.entries()) {
    const m = pattern.exec(path);
    if (!m) continue;
    const [year, month, day] = index === 2 ? [m[3], m[2], m[1]] : [m[1], m[2], m[3]];
    const monthIndex =
      index === 1 ? MONTHS.indexOf((month as string).toLowerCase()) / 3 : Number(month) - 1;
    if (!Number.isInteger(monthIndex) || monthIndex < 0) continue;
    const local = Date.UTC(Number(year), monthIndex, Number(day));
    if (new Date(local).getUTCDate() !== Number(day)) continue;
    return { local, offset: null, precision: 'day', source: 'address', what: 'published', rank: 7 };
  }
  return null;
}
