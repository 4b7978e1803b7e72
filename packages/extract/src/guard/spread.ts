/** Mean and variance of what was seen, the older the lighter. */
export interface Spread {
  readonly n: number;
  readonly mean: number;
  readonly variance: number;
}

export const NO_SPREAD: Spread = { n: 0, mean: 0, variance: 0 };

/** Of so many at the most: what is seen now outweighs last year. */
const MEMORY = 300;

export function addTo({ n, mean, variance }: Spread, value: number): Spread {
  const step = 1 / Math.min(n + 1, MEMORY);
  const off = value - mean;
  return {
    n: Math.min(n + 1, MEMORY),
    mean: mean + step * off,
    variance: (1 - step) * (variance + step * off * off),
  };
}

/** How far below the mean a value may lie: so many deviations, and no less than `least`. */
export function floorOf({ mean, variance }: Spread, deviations: number, least: number): number {
  return mean - Math.max(least, deviations * Math.sqrt(variance));
}

/** How far above it. */
export function ceilingOf({ mean, variance }: Spread, deviations: number, least: number): number {
  return mean + Math.max(least, deviations * Math.sqrt(variance));
}
