import type { Act } from '@nashra/audit';
import type { Db } from '@nashra/db';
import {
  type Asked,
  askErrand,
  awaitErrand,
  type Errand,
  ErrandError,
  type ErrandVerb,
} from '@nashra/pipeline';

/** A page waits so long for a service. */
const PATIENCE_MS = 15_000;

/**
 * Has a service do what this process may not, and waits for it.
 *
 * @throws ErrandError where it is refused, in the verb's words, or where nobody has done it yet
 */
export async function carriedOut<Verb extends ErrandVerb>(
  db: Db,
  verb: Verb,
  asked: Asked<Verb>,
  act: Act,
): Promise<Errand> {
  const id = await askErrand(db, verb, asked, act);
  const errand = await awaitErrand(db, id, PATIENCE_MS);
  if (errand?.state === 'done') return errand;
  throw new ErrandError(
    errand?.refusal ??
      `It is asked for and not done yet (${id}): is the service that does it running?`,
  );
}
