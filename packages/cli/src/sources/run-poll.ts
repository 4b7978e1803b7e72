import { pollNow } from '@nashra/sources';
import { print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';

export async function runPoll(names: readonly string[], options: { json?: true }): Promise<void> {
  await using db = openSystemDb();
  for (const name of names) {
    const feeds = await pollNow(db, name, acting());
    if (options.json) printJson({ source: name, feeds });
    else
      print(feeds === 0 ? `${name} has no active feed.` : `${name}: ${feeds} feeds are due now.`);
  }
}
