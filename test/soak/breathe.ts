import { hostOf } from '@nashra/address';
import type { Db } from '@nashra/db';
import { askForRelease, type PipelineQueues } from '@nashra/pipeline';
import { addAddress, addPublisher } from '@nashra/testkit';

const STEP_MS = 1_000;
/** From low to high and back. */
export const BREATH_MS = 10 * 60_000;

/** How many articles a second are entered at some moment: between a tenth of the peak and the peak. */
export const rateAt = (ms: number, peak: number): number =>
  peak * (0.55 - 0.45 * Math.cos((2 * Math.PI * ms) / BREATH_MS));

export interface Breathing {
  readonly entered: number;
  stop(): Promise<void>;
}

/** Enters new pages second by second, as feeds would show them, until it is stopped. */
export async function breathe(
  { db, queues }: { readonly db: Db; readonly queues: PipelineQueues },
  origins: readonly string[],
  peak: number,
): Promise<Breathing> {
  const publisherId = await addPublisher(db, { slug: 'soak', name: 'soak' });
  const startedAt = performance.now();
  let entered = 0;
  let owed = 0;
  let isOver = false;
  let working = Promise.resolve();
  const step = async () => {
    owed += rateAt(performance.now() - startedAt, peak);
    const hosts = new Set<string>();
    for (; owed >= 1; owed -= 1) {
      const origin = origins[entered % origins.length] ?? '';
      await addAddress(db, `${origin}/news/${entered}`, publisherId);
      hosts.add(hostOf(origin));
      entered += 1;
    }
    await askForRelease({ queues }, [...hosts]);
  };
  const timer = setInterval(() => {
    working = working.then(() => (isOver ? undefined : step()));
  }, STEP_MS);
  return {
    get entered() {
      return entered;
    },
    async stop() {
      isOver = true;
      clearInterval(timer);
      await working;
    },
  };
}
