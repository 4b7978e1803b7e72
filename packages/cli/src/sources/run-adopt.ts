import { AddressTakenError, adoptHeir, NoHeirError } from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb } from '../system/find-system.ts';

export interface AdoptOptions {
  readonly choose: number;
  readonly because?: string;
  readonly json?: true;
}

/** Gives a dead feed the address of one of those that its front page names. */
export async function runAdopt(
  what: string,
  { choose, because, json }: AdoptOptions,
): Promise<void> {
  await using db = openSystemDb();
  try {
    const address = await adoptHeir(db, what, choose, acting(because));
    if (json) printJson({ source: address, was: what });
    else print(`${what} is ${address} now; it is polled within seconds.`);
  } catch (error) {
    if (error instanceof NoHeirError || error instanceof AddressTakenError)
      throw new CliError(`${error.message}.`);
    throw error;
  }
}
