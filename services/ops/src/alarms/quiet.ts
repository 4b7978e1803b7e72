/** Hours of a day from one until before another, by clocks of a zone: `22-7`, `22-7 Africa/Casablanca`. */
export interface Quiet {
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

/** @throws RangeError for hours or a zone that nobody knows */
export function readQuiet(text: string): Quiet | null {
  if (text.trim() === '') return null;
  const [, from, to, zone = 'UTC'] = /^\s*(\d{1,2})-(\d{1,2})(?:\s+(\S+))?\s*$/.exec(text) ?? [];
  const quiet = { from: Number(from), to: Number(to), zone };
  if (!(quiet.from <= 23 && quiet.to <= 23)) throw new RangeError('is not like 22-7 Europe/Paris');
  isQuiet(quiet, new Date(0));
  return quiet;
}

export function isQuiet(quiet: Quiet | null, at: Date): boolean {
  if (!quiet || quiet.from === quiet.to) return false;
  const { from, to, zone: timeZone } = quiet;
  const hour = Number(
    new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at),
  );
  return from < to ? hour >= from && hour < to : hour >= from || hour < to;
}
