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

/** Fewer say nothing of how much they differ by chance. */
const FEWEST_MEANS = 4;

/**
 * A point for each whole stretch of so many hours: what comes and goes within one is no chance, and a line through all points would
 * count each of them as news of its own. All points where there are fewer than four stretches.
 */
export function meansOf(points: readonly Point[], stretch: number): readonly Point[] {
  const first = points[0]?.hours ?? 0;
  const whole = Math.floor(((points.at(-1)?.hours ?? 0) - first) / stretch);
  if (whole < FEWEST_MEANS) return points;
  return Array.from({ length: whole }, (_, at) => {
    const from = first + at * stretch;
    const inside = points.filter(({ hours }) => hours >= from && hours < from + stretch);
    const mean = (of: (it: Point) => number) => sum(inside.map(of)) / inside.length;
    return { hours: mean((it) => it.hours), value: mean((it) => it.value) };
  }).filter(({ hours }) => !Number.isNaN(hours));
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
