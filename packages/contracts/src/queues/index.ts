import type { z } from 'zod';
import { addressKey, addressReference } from '../address-reference.ts';
import { defineQueue } from '../define-queue.ts';

export type IndexPayload = z.output<typeof indexQueue.payload>;

/** A decided address whose article is to be written. */
export const indexQueue = defineQueue({
  name: 'index',
  payload: addressReference,
  key: addressKey,
  attempts: 5,
  backoffMs: 1_000,
});
