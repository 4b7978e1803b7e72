/** What a process has in hand: how many items, and room for no more than it can do with. */
export interface Hand {
  readonly count: number;
  /** Does the work when there is room for it, in the order of asking; what is in the background lets all others go before. */
  hold<Result>(work: () => Promise<Result>, isBackground?: boolean): Promise<Result>;
}

/** A hand with room for so many. */
export function createHand(most = Number.POSITIVE_INFINITY): Hand {
  let count = 0;
  const waiting: (() => void)[] = [];
  const behind: (() => void)[] = [];
  return {
    get count() {
      return count;
    },
    async hold(work, isBackground = false) {
      if (count < most) count += 1;
      else await new Promise<void>((resolve) => (isBackground ? behind : waiting).push(resolve));
      try {
        return await work();
      } finally {
        const next = waiting.shift() ?? behind.shift();
        // Whoever waits takes over this one's place.
        if (next) next();
        else count -= 1;
      }
    },
  };
}
