import { z } from 'zod';
import { defineQueue } from '../define-queue.ts';

export type TickPayload = z.output<typeof tickQueue.payload>;

/** The scheduler's clock: one repeated job, so that one of several schedulers acts at a time. */
export const tickQueue = defineQueue({
  name: 'tick',
  payload: z.object({}),
  key: () => 'tick',
  attempts: 1,
  backoffMs: 1_000,
});
