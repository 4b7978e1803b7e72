import type { SourceState } from '@nashra/db';
import { setSourceState } from '@nashra/sources';
import { print } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';

export async function runSetState(names: readonly string[], state: SourceState): Promise<void> {
  await using db = openSystemDb();
  for (const name of names) {
    print(`${await setSourceState(db, name, state, acting())} is ${state}.`);
  }
}
