import type { Db, Queryable } from '@nashra/db';
import { realOf, standIn } from '../seam.ts';
import { differ } from './differ.ts';
import type { Ids } from './ids.ts';
import type { Turn } from './recorder.ts';
import { advanceClock, setClock } from './time.ts';

/** Verbs of which the model keeps nothing. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'adoptMoves',
  'noteMoves',
  'noteOmissions',
  'readMemory',
  'updateMemory',
  'readGuard',
  'isHeld',
  'logFetches',
  'record',
]);

export interface Replayed {
  readonly calls: number;
  /** Where the database first said otherwise; null where it never did. */
  readonly difference: string | null;
}

/** Does everything again with the product's own SQL, transaction by transaction at its own time, and holds answer against answer. */
export async function replay(db: Db, turns: readonly Turn[], ids: Ids): Promise<Replayed> {
  standIn({});
  let calls = 0;
  for (const { now, calls: asked } of turns) {
    const turn = db.transaction().execute(async (tx) => {
      await setClock(tx, now);
      for (const { verb, at, args, result } of asked) {
        if (LEFT_OUT.has(verb)) continue;
        calls += 1;
        await advanceClock(tx, at);
        const asReal = args.map((it) => ids.toReal(it));
        const answer = await answerOf(verb, tx, asReal).catch((error: unknown) => {
          throw new Error(`${verb} of ${JSON.stringify(asReal).slice(0, 300)}`, { cause: error });
        });
        const found = differ(result, answer, ids);
        if (found) return `${verb}${found.startsWith('.') ? '' : ': '}${found}`;
      }
      return null;
    });
    const difference = await turn.catch((error: Error) => `${error.message}: ${error.cause}`);
    if (difference !== null) return { calls, difference };
  }
  return { calls, difference: null };
}

async function answerOf(verb: string, tx: Queryable, args: readonly unknown[]): Promise<unknown> {
  const real = realOf(verb) as unknown as (...all: unknown[]) => unknown;
  const answer = real(tx, ...args);
  if (!isPaged(answer)) return await answer;
  const rows: unknown[] = [];
  for await (const page of answer) rows.push(...page);
  return rows;
}

const isPaged = (answer: unknown): answer is AsyncIterable<unknown[]> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
