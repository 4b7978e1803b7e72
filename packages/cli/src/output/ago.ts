const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** `3 min ago`, `in 2 h`, `never`. */
export function ago(at: Date | null, now: number = Date.now()): string {
  if (at === null) return 'never';
  const ms = at.getTime() - now;
  const [name, unit] = UNITS.find(([, size]) => Math.abs(ms) >= size) ?? ['s', 1_000];
  const text = `${Math.floor(Math.abs(ms) / unit)} ${name}`;
  return ms < 0 ? `${text} ago` : `in ${text}`;
}
