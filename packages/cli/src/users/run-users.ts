import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addApiToken,
  addUser,
  listApiTokens,
  listUsers,
  PersonError,
  removeApiToken,
  removeUser,
  type Scope,
  setUserPassword,
  setUserRole,
} from '@nashra/audit';
import type { Db, OpsRole } from '@nashra/db';
import { CliError } from '../cli-error.ts';
import { ago } from '../output/ago.ts';
import { oneLine, print, printJson } from '../output/print.ts';
import { table } from '../output/table.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb, requireSystem } from '../system/find-system.ts';
import { setting } from '../system/setting.ts';

interface Said {
  readonly because?: string;
  readonly json?: true;
}

/** Does it on the running system's database; what the verb refuses is said in its own words. */
async function doing<T>(work: (db: Db) => Promise<T>): Promise<T> {
  await using db = openSystemDb();
  try {
    return await work(db);
  } catch (error) {
    throw error instanceof PersonError ? new CliError(error.message) : error;
  }
}

export async function runUsers({ json }: Said): Promise<void> {
  const users = await doing(listUsers);
  if (json) for (const user of users) printJson(user);
  else if (users.length === 0) print('None but the login of the settings.');
  else
    print(
      table(
        users.map(({ name, role, madeAt }) => [name, role, ago(madeAt)]),
        ['name', 'role', 'since'],
      ),
    );
}

export async function runAddUser(
  name: string,
  { role, because, json }: Said & { readonly role: OpsRole },
): Promise<void> {
  const password = await doing((db) =>
    addUser(db, { name, role, own: ownLogin() }, acting(because)),
  );
  if (json) printJson({ name, role, password });
  else print(`${name} is ${role}; the password, shown once: ${password}`);
}

/** Of the settings, or as the console keeps it here. */
function ownLogin(): string | undefined {
  const named = setting('OPS_USER');
  if (named !== undefined) return named;
  try {
    const kept = readFileSync(join(requireSystem().dataDir, 'ops-login.json'), 'utf8');
    return (JSON.parse(kept) as { user?: string }).user;
  } catch {
    return undefined;
  }
}

export async function runUserRole(name: string, role: OpsRole, { because }: Said): Promise<void> {
  await doing((db) => setUserRole(db, name, role, acting(because)));
  print(`${name} is ${role} now.`);
}

export async function runUserPassword(name: string, { because, json }: Said): Promise<void> {
  const password = await doing((db) => setUserPassword(db, name, acting(because)));
  if (json) printJson({ name, password });
  else print(`All sessions of ${name} have ended; the new password, shown once: ${password}`);
}

export async function runRemoveUser(name: string, { because }: Said): Promise<void> {
  await doing((db) => removeUser(db, name, acting(because)));
  print(`${name} is let in no more.`);
}

export async function runTokens({ json }: Said): Promise<void> {
  const tokens = await doing(listApiTokens);
  if (json) for (const token of tokens) printJson(token);
  else if (tokens.length === 0) print('None.');
  else
    print(
      table(
        tokens.map(({ id, who, name, scopes, endsAt }) => [
          ...[id, who, oneLine(name), scopes.join(','), endsAt.toISOString().slice(0, 10)],
        ]),
        ['id', 'of', 'name', 'may', 'until'],
      ),
    );
}

export async function runAddToken(
  who: string,
  {
    name,
    may,
    days,
    because,
    json,
  }: Said & { readonly name: string; readonly may: readonly Scope[]; readonly days: number },
): Promise<void> {
  const order = { who, name, scopes: may, days };
  const token = await doing((db) => addApiToken(db, order, acting(because)));
  if (json) printJson({ who, name, token });
  else print(token);
}

export async function runRemoveToken(id: number, { because }: Said): Promise<void> {
  await doing((db) => removeApiToken(db, id, acting(because)));
  print(`Token ${id} opens nothing any more.`);
}
