import type { Db, Queryable } from '@nashra/db';
import { CliError } from '../cli-error.ts';

/** Does it in one transaction, or not at all; what the verb refuses is said in its own words. */
export async function transact<T>(
  db: Db,
  refusal: new (message: string) => Error,
  work: (tx: Queryable) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction().execute(work);
  } catch (error) {
    throw error instanceof refusal ? new CliError(error.message) : error;
  }
}
