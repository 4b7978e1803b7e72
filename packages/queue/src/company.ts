/** Who works side by side, and who works alone. */
export interface Company {
  /** Beside any others of its kind. */
  together<Result>(work: () => Promise<Result>): Promise<Result>;
  /** When all others have ended, and while nobody else begins. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
}

/**
 * A readers-writer lock for the jobs of a process, in turns: whoever comes after one that must be alone waits for it, and when
 * it has ended all who wait go before the next of its kind. So many suspects in a row hold nobody else up.
 */
export function createCompany(): Company {
  let side = 0;
  let isAlone = false;
  const line = { together: [] as (() => void)[], alone: [] as (() => void)[] };

  function startAll(): void {
    for (let start = line.together.shift(); start; start = line.together.shift()) {
      side += 1;
      start();
    }
  }

  function admit(): void {
    if (isAlone) return;
    if (line.alone.length === 0) startAll();
    if (side > 0 || line.alone.length === 0) return;
    isAlone = true;
    line.alone.shift()?.();
  }

  async function enter(kind: 'together' | 'alone'): Promise<void> {
    await new Promise<void>((start) => {
      line[kind].push(start);
      admit();
    });
  }

  return {
    async together(work) {
      await enter('together');
      try {
        return await work();
      } finally {
        side -= 1;
        admit();
      }
    },
    async alone(work) {
      await enter('alone');
      try {
        return await work();
      } finally {
        isAlone = false;
        startAll();
        admit();
      }
    },
  };
}
