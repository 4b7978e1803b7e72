import type { z } from 'zod';
import { addressKey, addressReference } from '../address-reference.ts';
import { defineQueue } from '../define-queue.ts';

export type DedupePayload = z.output<typeof dedupeQueue.payload>;

/** A parsed address whose draft is to be recognised. */
export const dedupeQueue = defineQueue({
  name: 'dedupe',
  payload: addressReference,
  key: addressKey,
  attempts: 5,
  backoffMs: 1_000,
});
