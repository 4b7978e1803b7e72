import type { z } from 'zod';
import { addressKey, addressReference } from '../address-reference.ts';
import { defineQueue } from '../define-queue.ts';

export type ParsePayload = z.output<typeof parseQueue.payload>;

/** A fetched address whose stored bytes are to be read. */
export const parseQueue = defineQueue({
  name: 'parse',
  payload: addressReference,
  key: addressKey,
  attempts: 3,
  backoffMs: 2_000,
});
