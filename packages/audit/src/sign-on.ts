import { randomBytes } from 'node:crypto';
import type { OpsRole, Queryable } from '@nashra/db';
import { nameOf, PersonError } from './people.ts';
import { record } from './record.ts';

/** Somebody of whom a provider has said who they are and what they may. */
export interface SignOn {
  /** Issuer and subject: what is theirs for ever, where a name may be given to another. */
  readonly subject: string;
  /** As they are called there; made fit to be a name here. */
  readonly name: string;
  readonly role: OpsRole;
}

/**
 * Lets in who has signed on elsewhere, with the role of now; gives their name here and what their session is opened with.
 *
 * @param builtIn name of the operator by configuration, who has no row: what is written down of one is not to be read as the other's
 * @throws PersonError where the name is somebody else's already
 */
export async function admitSignOn(
  db: Queryable,
  { subject, name: called, role }: SignOn,
  builtIn: string,
): Promise<{ readonly name: string; readonly role: OpsRole; readonly login: Buffer }> {
  return await db.transaction().execute(async (tx) => {
    const before = await tx
      .selectFrom('ops_user')
      .select(['name', 'role', 'login'])
      .where('subject', '=', subject)
      .forUpdate()
      .executeTakeFirst();
    if (before) {
      const { name, login } = before;
      if (before.role !== role) await turn(tx, name, before.role, role);
      return { name, role, login };
    }
    const name = nameOf(called);
    if (name === builtIn) throw new PersonError(`There is another ${name} already.`);
    const login = randomBytes(32);
    // No password leads to such a hash: nothing is known that was stretched to it.
    const secret = { salt: randomBytes(16), hash: randomBytes(32), login };
    const made = await tx
      .insertInto('ops_user')
      .values({ name, role, subject, ...secret })
      .onConflict((it) => it.doNothing())
      .returning('name')
      .executeTakeFirst();
    if (!made) throw new PersonError(`There is another ${name} already.`);
    const detail = { before: null, after: { role } };
    await record(tx, actOf(name), { action: 'user.add', subject: name, detail });
    return { name, role, login };
  });
}

async function turn(tx: Queryable, name: string, before: OpsRole, role: OpsRole): Promise<void> {
  await tx.updateTable('ops_user').set({ role }).where('name', '=', name).execute();
  const detail = { before: { role: before }, after: { role } };
  await record(tx, actOf(name), { action: 'user.role', subject: name, detail });
}

const actOf = (name: string) => ({ actor: `ops:${name}`, reason: 'as the sign-on says' });
