/** Who works side by side, and who works apart from the others. */
export interface Company {
  /** Beside any others of its kind. */
  together<Result>(work: () => Promise<Result>): Promise<Result>;
  /**
   * When all others have ended, and while nobody else begins but at most `most` in all of those that are to be apart, each of which
   * bears so many. `work` is told how many they are. Where others go on beside them, apart from its own kind alone.
   */
  apart<Result>(most: number, work: (size: number) => Promise<Result>): Promise<Result>;
}

interface Apart {
  readonly most: number;
  readonly start: (size: number) => void;
}

/**
 * A readers-writer lock for the jobs of a process, in turns: whoever comes after one that must be apart waits for it, and when
 * it has ended all who wait go before the next of its kind. So many suspects in a row hold nobody else up.
 *
 * @param othersGoOn whether the others neither wait for one that must be apart nor are waited for
 */
export function createCompany(othersGoOn = false): Company {
  let side = 0;
  let left = 0;
  const waiting: (() => void)[] = [];
  let suspects: Apart[] = [];

  function startAll(): void {
    for (const start of waiting.splice(0)) {
      side += 1;
      start();
    }
  }

  function admit(): void {
    if (left > 0) return;
    const [first] = suspects;
    if (first === undefined) startAll();
    if (first === undefined || (side > 0 && !othersGoOn)) return;
    const group = suspects.filter(({ most }) => most >= first.most).slice(0, first.most);
    suspects = suspects.filter((it) => !group.includes(it));
    left = group.length;
    for (const { start } of group) start(group.length);
  }

  return {
    async together(work) {
      if (othersGoOn) return await work();
      await new Promise<void>((start) => {
        waiting.push(start);
        admit();
      });
      try {
        return await work();
      } finally {
        side -= 1;
        admit();
      }
    },
    async apart(most, work) {
      const size = await new Promise<number>((start) => {
        suspects.push({ most, start });
        admit();
      });
      try {
        return await work(size);
      } finally {
        left -= 1;
        if (left === 0) startAll();
        admit();
      }
    },
  };
}
