import { record } from '@nashra/audit';
import { dropReaderLogin, LoginError, listReaderLogins, makeReaderLogin } from '@nashra/db';
import { CliError } from '../cli-error.ts';
import { print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystemDb, requireSystem } from '../system/find-system.ts';

interface ReaderOptions {
  readonly because?: string;
  readonly json?: true;
}

export async function runAdd(name: string, { because, json }: ReaderOptions): Promise<void> {
  await using db = openSystemDb();
  const password = await refusing(() =>
    db.transaction().execute(async (tx) => {
      await record(tx, acting(because), { action: 'reader.add', subject: `login ${name}` });
      return await makeReaderLogin(tx, name);
    }),
  );
  const url = new URL(requireSystem().databaseUrl);
  url.username = name;
  url.password = password;
  if (json) printJson({ login: name, url: url.href });
  else print(url.href);
}

export async function runRemove(name: string, { because }: ReaderOptions): Promise<void> {
  await using db = openSystemDb();
  await refusing(() =>
    db.transaction().execute(async (tx) => {
      await record(tx, acting(because), { action: 'reader.remove', subject: `login ${name}` });
      await dropReaderLogin(tx, name);
    }),
  );
  print(`${name} reads no more.`);
}

export async function runList({ json }: ReaderOptions): Promise<void> {
  await using db = openSystemDb();
  for (const login of await listReaderLogins(db)) {
    if (json) printJson({ login });
    else print(login);
  }
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof LoginError) throw new CliError(error.message);
    throw error;
  }
}
