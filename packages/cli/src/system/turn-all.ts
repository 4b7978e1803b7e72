import type { Act } from '@nashra/audit';
import type { Queryable } from '@nashra/db';
import { print, printJson } from '../output/print.ts';
import { acting } from './acting.ts';
import { openSystemDb } from './find-system.ts';
import { transact } from './transact.ts';

/** What an operator may do to things of a kind, named by their ids. */
interface Turn {
  readonly kind: 'image' | 'article';
  /** In which they are then. */
  readonly state: string;
  readonly turn: (tx: Queryable, act: Act, id: number) => Promise<unknown>;
  readonly refusal: new (message: string) => Error;
}

/** All of them, or none where one cannot be. */
export async function turnAll(
  { kind, state, turn, refusal }: Turn,
  ids: readonly number[],
  { because, json }: { readonly because?: string; readonly json?: true },
): Promise<void> {
  await using db = openSystemDb();
  const distinct = new Set(ids);
  await transact(db, refusal, async (tx) => {
    for (const id of distinct) await turn(tx, acting(because), id);
  });
  for (const id of distinct) {
    if (json) printJson({ [kind]: id, state });
    else print(`${kind === 'image' ? 'Image' : 'Article'} ${id} is ${state}.`);
  }
}
