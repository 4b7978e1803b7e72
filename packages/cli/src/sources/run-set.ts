import { setSource } from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';

export interface SetOptions {
  readonly interval?: number;
  readonly title?: string;
  readonly address?: string;
  readonly because?: string;
  readonly json?: true;
}

export async function runSet(
  what: string,
  { interval, title, address, because, json }: SetOptions,
): Promise<void> {
  if (interval === undefined && title === undefined && address === undefined) {
    throw new CliError('Nothing to set: see "nashra sources set --help".', EXIT.usage);
  }
  await using db = openSystemDb();
  await setSource(db, what, { intervalSeconds: interval, title, address }, acting(because));
  if (json) printJson({ source: address ?? what, interval, title, address });
  else print(`${address ?? what} is set; it is polled within seconds.`);
}
