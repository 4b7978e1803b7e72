import { removeSource } from '@nashra/sources';
import { print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';

export async function runRemove(
  names: readonly string[],
  { json, because }: { json?: true; because?: string },
): Promise<void> {
  await using db = openSystemDb();
  for (const name of names) {
    const { feeds } = await removeSource(db, name, acting(because));
    if (json) printJson({ source: name, feeds });
    else print(`${name}: ${feeds} feeds removed; its articles stay.`);
  }
}
