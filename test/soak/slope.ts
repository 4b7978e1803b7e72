export interface Point {
  readonly hours: number;
  readonly value: number;
}

/** How much a line rises an hour, and the standard error of that (ordinary least squares). */
export interface Slope {
  readonly perHour: number;
  readonly error: number;
  readonly mean: number;
}

/** @throws RangeError for fewer than three points: they say nothing of an error */
export function slopeOf(points: readonly Point[]): Slope {
  const n = points.length;
  if (n < 3) throw new RangeError(`${n} points`);
  const mean = sum(points.map((it) => it.value)) / n;
  const middle = sum(points.map((it) => it.hours)) / n;
  const spread = sum(points.map((it) => (it.hours - middle) ** 2));
  const perHour = sum(points.map((it) => (it.hours - middle) * (it.value - mean))) / spread;
  const rest = sum(points.map((it) => (it.value - mean - perHour * (it.hours - middle)) ** 2));
  return { perHour, mean, error: Math.sqrt(rest / (n - 2) / spread) };
}

/** So much of its mean a line may rise an hour and still be called flat, once its error is allowed for. */
const FLAT = 0.01;

/**
 * Whether a line is flat: what it surely rises (two standard errors less than it seems to) is a hundredth of its mean an hour at
 * the most. A short run has a large error, and proves little.
 */
export const isFlat = ({ perHour, error, mean }: Slope): boolean =>
  perHour - 2 * error <= FLAT * Math.abs(mean);

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
