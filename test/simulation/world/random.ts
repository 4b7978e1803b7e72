import { Random as Numbers } from '@nashra/newsroom';

/** Numbers that are the same every time for the same seed, and what a world asks of chance. */
export class Random extends Numbers {
  /** True so often. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** From `low` to `high`, small ones more often. */
  spread(low: number, high: number): number {
    return low * (high / low) ** this.next();
  }
}
