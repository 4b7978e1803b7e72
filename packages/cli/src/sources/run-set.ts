import type { Display } from '@nashra/db';
import { setDisplay, setSource } from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';

export interface SetOptions {
  readonly interval?: number;
  readonly title?: string;
  readonly address?: string;
  readonly display?: Display;
  readonly because?: string;
  readonly json?: true;
}

export async function runSet(
  what: string,
  { display, interval, title, address, because, json }: SetOptions,
): Promise<void> {
  if (display !== undefined) {
    if (interval !== undefined || title !== undefined || address !== undefined)
      throw new CliError('--display is of a publisher, the others of a feed.', EXIT.usage);
    await using db = openSystemDb();
    await setDisplay(db, what, display, acting(because));
    if (json) printJson({ source: what, display });
    else print(`Of ${what} is shown: ${display}; sites know within a minute.`);
    return;
  }
  if (interval === undefined && title === undefined && address === undefined) {
    throw new CliError('Nothing to set: see "nashra sources set --help".', EXIT.usage);
  }
  await using db = openSystemDb();
  await setSource(db, what, { intervalSeconds: interval, title, address }, acting(because));
  if (json) printJson({ source: address ?? what, interval, title, address });
  else print(`${address ?? what} is set; it is polled within seconds.`);
}
