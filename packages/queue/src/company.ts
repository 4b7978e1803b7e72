/** Who works side by side, and who works alone. */
export interface Company {
  /** Beside any others of its kind. */
  together<Result>(work: () => Promise<Result>): Promise<Result>;
  /** When all others have ended, and while nobody else begins. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** A readers-writer lock for the jobs of a process, fair to those who must be alone: whoever comes after them waits. */
export function createCompany(): Company {
  let side = 0;
  let isAlone = false;
  const line: { readonly alone: boolean; start(): void }[] = [];

  function admit(): void {
    for (let next = line[0]; next && !isAlone; next = line[0]) {
      if (next.alone && side > 0) return;
      line.shift();
      if (next.alone) isAlone = true;
      else side += 1;
      next.start();
    }
  }

  async function enter(alone: boolean): Promise<void> {
    await new Promise<void>((start) => {
      line.push({ alone, start });
      admit();
    });
  }

  return {
    async together(work) {
      await enter(false);
      try {
        return await work();
      } finally {
        side -= 1;
        admit();
      }
    },
    async alone(work) {
      await enter(true);
      try {
        return await work();
      } finally {
        isAlone = false;
        admit();
      }
    },
  };
}
