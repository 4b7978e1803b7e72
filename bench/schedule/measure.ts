/** Requests, delays and losses of a way to schedule. Delays are kept by size, 1 % apart. */
export interface Measured {
  requests: number;
  entries: number;
  /** Pushed out of its feed's window before any poll, and shown only while its server could not be had. */
  missed: number;
  hidden: number;
  /** Feeds said to be silent that were not, and hours after which others were said to be. */
  falseAlarms: number;
  readonly silences: number[];
  delaySum: number;
  readonly delays: Map<number, number>;
}

export const nothing = (): Measured => ({
  requests: 0,
  entries: 0,
  missed: 0,
  hidden: 0,
  falseAlarms: 0,
  silences: [],
  delaySum: 0,
  delays: new Map(),
});

const STEP = Math.log(1.01);

export function addDelay(measured: Measured, ms: number): void {
  measured.entries += 1;
  measured.delaySum += ms;
  const size = Math.round(Math.log(Math.max(ms, 1)) / STEP);
  measured.delays.set(size, (measured.delays.get(size) ?? 0) + 1);
}

export interface Row {
  readonly requests: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly missed: number;
  readonly entries: number;
}

/** In minutes. */
export function rowOf(measured: Measured): Row {
  const sizes = [...measured.delays].sort(([a], [b]) => a - b);
  const quantile = (share: number) => {
    let left = measured.entries * share;
    for (const [size, count] of sizes) {
      left -= count;
      if (left <= 0) return Math.exp(size * STEP) / 60_000;
    }
    return 0;
  };
  const { requests, missed, entries } = measured;
  const mean = measured.delaySum / Math.max(entries, 1) / 60_000;
  return { requests, mean, p50: quantile(0.5), p95: quantile(0.95), missed, entries };
}
