import type { z } from 'zod';
import { dedupeQueue } from './queues/dedupe.ts';
import { fetchQueue } from './queues/fetch.ts';
import { indexQueue } from './queues/index.ts';
import { parseQueue } from './queues/parse.ts';
import { tickQueue } from './queues/tick.ts';

export { defineQueue, type QueueContract } from './define-queue.ts';
export { type DedupePayload, dedupeQueue } from './queues/dedupe.ts';
export { type FetchPayload, fetchQueue } from './queues/fetch.ts';
export { type IndexPayload, indexQueue } from './queues/index.ts';
export { type ParsePayload, parseQueue } from './queues/parse.ts';
export { type TickPayload, tickQueue } from './queues/tick.ts';

/** Every inbox of the pipeline, in the order an article meets them. */
export const queues = {
  tick: tickQueue,
  fetch: fetchQueue,
  parse: parseQueue,
  dedupe: dedupeQueue,
  index: indexQueue,
} as const;

export type QueueName = keyof typeof queues;
export type PayloadOf<N extends QueueName> = z.output<(typeof queues)[N]['payload']>;

export const queueNames = Object.keys(queues) as readonly QueueName[];

/** The inboxes whose jobs each stand for one address. */
export type StageName = Exclude<QueueName, 'tick'>;
