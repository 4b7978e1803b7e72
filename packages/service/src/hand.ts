/** What a process has in hand: how many items, and room for no more than it can do with. */
export interface Hand {
  readonly count: number;
  /** Does the work when there is room for it, in the order of asking. */
  hold<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** A hand with room for so many. */
export function createHand(most = Number.POSITIVE_INFINITY): Hand {
  let count = 0;
  const waiting: (() => void)[] = [];
  return {
    get count() {
      return count;
    },
    async hold(work) {
      if (count < most) count += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        // Whoever waits takes over this one's place.
        if (next) next();
        else count -= 1;
      }
    },
  };
}
