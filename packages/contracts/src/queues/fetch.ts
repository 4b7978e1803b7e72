import type { z } from 'zod';
import { addressKey, addressReference } from '../address-reference.ts';
import { defineQueue } from '../define-queue.ts';

export type FetchPayload = z.output<typeof fetchQueue.payload>;

/** An address to be fetched. Jobs enter it through `release` alone. */
export const fetchQueue = defineQueue({
  name: 'fetch',
  payload: addressReference,
  key: addressKey,
  attempts: 4,
  backoffMs: 5_000,
});
