import type { Queryable } from '@nashra/db';
import { cleanLine, cleanText, storableJson } from '@nashra/text';

/** Who acts, and why. */
export interface Act {
  /** A person or a program: `cli:amina`, `ops:operator`, `scheduler`. */
  readonly actor: string;
  readonly reason?: string | undefined;
}

export interface Deed {
  /** What was done: `source.pause`, `address.replay`. */
  readonly action: string;
  /** What it was done to: an address, a slug, a filter in words. */
  readonly subject: string;
  /** What undoing it would need. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

const LIMIT = { actor: 200, subject: 4_200, reason: 2_000 } as const;

/** Writes down what somebody did, in the transaction that does it. */
export async function record(
  tx: Queryable,
  { actor, reason }: Act,
  { action, subject, detail = {} }: Deed,
): Promise<void> {
  await tx
    .insertInto('audit')
    .values({
      actor: cleanLine(actor.slice(0, LIMIT.actor)),
      action,
      subject: cleanLine(subject.slice(0, LIMIT.subject)),
      reason: reason === undefined ? null : cleanText(reason.slice(0, LIMIT.reason)),
      detail: storableJson(detail),
    })
    .execute();
}
