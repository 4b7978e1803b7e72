import type { Db } from '@nashra/db';
import { AccessError, type AccessWish, setAccess } from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { acting } from '../system/acting.ts';

/** Says what a source is asked with; gives the names of it. What cannot be kept is said in the verb's own words. */
export async function askWith(
  db: Db,
  what: string,
  wish: AccessWish,
  because?: string,
): Promise<readonly string[]> {
  try {
    return await setAccess(db, what, wish, acting(because));
  } catch (error) {
    throw error instanceof AccessError ? new CliError(`${error.message}.`, EXIT.usage) : error;
  }
}
