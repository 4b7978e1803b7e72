import { randomBytes } from 'node:crypto';
import type { OpsRole, Queryable } from '@nashra/db';
import { type Act, record } from './record.ts';
import { stretch } from './stretch.ts';

/** Each may all that the one before may. */
export const OPS_ROLES = ['viewer', 'operator', 'admin'] as const satisfies readonly OpsRole[];

/** Somebody who is let into the dashboards. */
export interface OpsUser {
  readonly name: string;
  readonly role: OpsRole;
  readonly madeAt: Date;
  /** By a provider elsewhere, who says the role at each sign-on; they have no password here. */
  readonly signsOn: boolean;
}

/** A name or a password that cannot be, somebody nobody knows, or knows already. */
export class PersonError extends Error {
  override name = 'PersonError';
  readonly code = 'PERSON_UNFIT';
}

const NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;
const SHORTEST = 10;
const MOST = 1_000;

/** A name as it may be here, of how somebody is called elsewhere: `Amina.K@example.org` is `amina.k`. @throws PersonError */
export function nameOf(called: string): string {
  const [local = ''] = called.toLowerCase().split('@', 1);
  const name = local
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+/, '')
    .slice(0, 63);
  if (!NAME.test(name)) throw new PersonError('The sign-on gives no name of letters or digits.');
  return name;
}

/**
 * Lets somebody in; gives the password, which is kept nowhere.
 *
 * @param password made up when absent
 * @throws PersonError
 */
export async function addUser(
  db: Queryable,
  { name, role, own, password = randomBytes(16).toString('base64url') }: UserOrder,
  act: Act,
): Promise<string> {
  if (!NAME.test(name))
    throw new PersonError('A name is small letters, digits, dots, dashes and underscores.');
  if (name === own)
    throw new PersonError(`${name} is the login of the settings: take another name.`);
  const secret = await secretOf(password);
  return await db.transaction().execute(async (tx) => {
    if ((await listUsers(tx)).length >= MOST) throw new PersonError(`There are ${MOST} already.`);
    const row = await tx
      .insertInto('ops_user')
      .values({ name, role, ...secret })
      .onConflict((it) => it.doNothing())
      .returning('name')
      .executeTakeFirst();
    if (!row) throw new PersonError(`There is a ${name} already.`);
    await record(tx, act, {
      action: 'user.add',
      subject: name,
      detail: { before: null, after: { role } },
    });
    return password;
  });
}

export interface UserOrder {
  readonly name: string;
  readonly role: OpsRole;
  readonly password?: string | undefined;
  /** The name of the settings' login, where it is known: another of that name would never be let in. */
  readonly own?: string | undefined;
}

/** @throws PersonError for somebody nobody knows */
export async function setUserRole(
  db: Queryable,
  name: string,
  role: OpsRole,
  act: Act,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const before = await known(tx, name);
    await tx.updateTable('ops_user').set({ role }).where('name', '=', name).execute();
    const detail = { before: { role: before.role }, after: { role } };
    await record(tx, act, { action: 'user.role', subject: name, detail });
  });
}

/** Gives somebody another password, which ends all their sessions; gives it, since it is kept nowhere. */
export async function setUserPassword(
  db: Queryable,
  name: string,
  act: Act,
  password: string = randomBytes(16).toString('base64url'),
): Promise<string> {
  const secret = await secretOf(password);
  return await db.transaction().execute(async (tx) => {
    const { subject } = await known(tx, name);
    if (subject !== null)
      throw new PersonError(`${name} signs on elsewhere and has no password here.`);
    await tx.updateTable('ops_user').set(secret).where('name', '=', name).execute();
    await record(tx, act, { action: 'user.password', subject: name });
    return password;
  });
}

/** Ends their sessions and tokens too. @throws PersonError for somebody nobody knows */
export async function removeUser(db: Queryable, name: string, act: Act): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { role } = await known(tx, name);
    await tx.deleteFrom('ops_user').where('name', '=', name).execute();
    const detail = { before: { role }, after: null };
    await record(tx, act, { action: 'user.remove', subject: name, detail });
  });
}

export async function listUsers(db: Queryable): Promise<OpsUser[]> {
  return await db
    .selectFrom('ops_user')
    .select(['name', 'role', 'made_at as madeAt'])
    .select((eb) => eb('subject', 'is not', null).$castTo<boolean>().as('signsOn'))
    .orderBy('name')
    .limit(MOST)
    .execute();
}

/** What a password is held against, and what sessions are opened with. */
export async function findUser(db: Queryable, name: string) {
  if (!NAME.test(name)) return undefined;
  return await db
    .selectFrom('ops_user')
    .select(['name', 'role', 'salt', 'hash', 'login'])
    .where('name', '=', name)
    .executeTakeFirst();
}

async function known(tx: Queryable, name: string) {
  const row = await tx
    .selectFrom('ops_user')
    .select(['role', 'subject'])
    .where('name', '=', name)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new PersonError(`There is no ${name}.`);
  return row;
}

async function secretOf(password: string) {
  if (password.length < SHORTEST)
    throw new PersonError(`A password is ${SHORTEST} characters or more.`);
  const salt = randomBytes(16);
  return { salt, hash: await stretch(password, salt), login: randomBytes(32) };
}
