import { record } from '@nashra/audit';
import { dropReaderLogin, LoginError, listReaderLogins, makeReaderLogin } from '@nashra/db';
import { print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openOwnerDb, openSystemDb, requireSystem } from '../system/find-system.ts';
import { transact } from '../system/transact.ts';

interface ReaderOptions {
  readonly because?: string;
  readonly json?: true;
}

export async function runAdd(name: string, { because, json }: ReaderOptions): Promise<void> {
  await using db = openOwnerDb();
  const password = await transact(db, LoginError, async (tx) => {
    await record(tx, acting(because), { action: 'reader.add', subject: `login ${name}` });
    return await makeReaderLogin(tx, name);
  });
  const url = new URL(requireSystem().databaseUrl);
  url.username = name;
  url.password = password;
  if (json) printJson({ login: name, url: url.href });
  else print(url.href);
}

export async function runRemove(name: string, { because }: ReaderOptions): Promise<void> {
  await using db = openOwnerDb();
  await transact(db, LoginError, async (tx) => {
    await record(tx, acting(because), { action: 'reader.remove', subject: `login ${name}` });
    await dropReaderLogin(tx, name);
  });
  print(`${name} reads no more.`);
}

export async function runList({ json }: ReaderOptions): Promise<void> {
  await using db = openSystemDb();
  for (const login of await listReaderLogins(db)) {
    if (json) printJson({ login });
    else print(login);
  }
}
