import type { z } from 'zod';

/** What one process promises to another: the inbox's name, its payload, and how it is retried. */
export interface QueueContract<
  Name extends string = string,
  Payload extends z.ZodType = z.ZodType,
> {
  readonly name: Name;
  readonly payload: Payload;
  /** Two payloads with one key are one job until that job has completed or failed; null for one that is nobody's twin. */
  key(payload: z.output<Payload>): string | null;
  /** The field of a payload that names several keys, where one job may stand for many. */
  readonly list?: string;
  readonly attempts: number;
  readonly backoffMs: number;
}

export type PayloadOf<Contract> =
  Contract extends QueueContract<string, infer Payload> ? z.output<Payload> : never;

export function defineQueue<const Name extends string, Payload extends z.ZodType>(
  contract: QueueContract<Name, Payload>,
): QueueContract<Name, Payload> {
  return contract;
}
