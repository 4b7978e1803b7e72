import { environmentFault } from '@nashra/errors';

export interface BatchOptions {
  /** Items of one batch at the most. */
  readonly rows: number;
  /** The first item waits this long for company at the most. */
  readonly ms: number;
  /** From where items come: when all that is in hand has come, nobody waits for more. */
  readonly hand?: { readonly count: number };
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/**
 * Gathers single calls into batches, one batch at a time: under load each carries what came in while the one before was
 * under way, and who comes alone does not wait. When a batch fails it is halved until the poison item stands alone, so
 * that one bad row never takes its companions along; a fault of the environment is nobody's and fails all at once. `flush` gives an outcome for each item, in their order.
 */
export function createBatcher<Item, Outcome>(
  flush: (items: readonly Item[]) => Promise<readonly Outcome[]>,
  { rows, ms, hand }: BatchOptions,
): (item: Item) => Promise<Outcome> {
  const gathering: Waiting<Item, Outcome>[] = [];
  let timer: NodeJS.Timeout | undefined;
  let isBusy = false;
  let isLate = false;
  let isLooking = false;

  const isDue = () =>
    gathering.length > 0 &&
    (isLate || gathering.length >= Math.min(rows, Math.max(1, hand?.count ?? rows)));

  async function send(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    while (isDue()) {
      clearTimeout(timer);
      timer = undefined;
      isLate = false;
      await settle(gathering.splice(0, rows));
    }
    isBusy = false;
    if (gathering.length > 0) wait();
  }

  function wait(): void {
    timer ??= setTimeout(() => {
      isLate = true;
      void send();
    }, ms);
  }

  /** When all have come that come in the same breath: the second of twelve is not the last of two. */
  function look(): void {
    if (isLooking) return;
    isLooking = true;
    queueMicrotask(() => {
      isLooking = false;
      if (isDue()) void send();
      else if (gathering.length > 0) wait();
    });
  }

  async function settle(batch: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await flush(batch.map(({ item }) => item));
      for (const [at, it] of batch.entries()) it.resolve(outcomes[at] as Outcome);
    } catch (error) {
      const fault = environmentFault(error);
      if (batch.length === 1 || (fault && !fault.isDoubtful)) {
        for (const it of batch) it.reject(error);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await settle(batch.slice(0, middle));
      await settle(batch.slice(middle));
    }
  }

  return (item) =>
    new Promise<Outcome>((resolve, reject) => {
      gathering.push({ item, resolve, reject });
      if (gathering.length >= rows) void send();
      else look();
    });
}
