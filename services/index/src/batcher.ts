export interface BatchOptions {
  readonly rows: number;
  /** A batch waits this long for company. */
  readonly ms: number;
}

interface Waiting<Outcome> {
  readonly id: number;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/**
 * Gathers single calls into batches. When a batch fails it is halved until the poison row stands
 * alone, so that one bad row never takes its companions along.
 */
export function createBatcher<Outcome>(
  flush: (ids: readonly number[]) => Promise<ReadonlyMap<number, Outcome>>,
  { rows, ms }: BatchOptions,
): (id: number) => Promise<Outcome> {
  let gathering: Waiting<Outcome>[] = [];
  let timer: NodeJS.Timeout | undefined;

  function send(): void {
    clearTimeout(timer);
    timer = undefined;
    const batch = gathering;
    gathering = [];
    if (batch.length > 0) void settle(batch);
  }

  async function settle(batch: readonly Waiting<Outcome>[]): Promise<void> {
    try {
      const outcomes = await flush(batch.map((it) => it.id));
      for (const it of batch) {
        const outcome = outcomes.get(it.id);
        if (outcome === undefined) it.reject(new Error(`no outcome for ${it.id}`));
        else it.resolve(outcome);
      }
    } catch (error) {
      if (batch.length === 1) return batch[0]?.reject(error);
      const middle = Math.ceil(batch.length / 2);
      await settle(batch.slice(0, middle));
      await settle(batch.slice(middle));
    }
  }

  return (id) =>
    new Promise<Outcome>((resolve, reject) => {
      gathering.push({ id, resolve, reject });
      if (gathering.length >= rows) send();
      else timer ??= setTimeout(send, ms);
    });
}
