import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setting } from '../system/setting.ts';

export interface Login {
  /** What to type at the dashboards' login. */
  text(): string;
}

/**
 * Looks before the services start, since the dashboards make up a login at their first start. Its password is shown
 * then, once, and on a terminal only: the file has it for whoever comes later.
 */
export function expectLogin(dataDir: string): Login {
  const user = setting('OPS_USER') ?? 'operator';
  const file = join(dataDir, 'ops-login.json');
  const isNew = passwordIn(file) === undefined;
  return {
    text() {
      if (setting('OPS_PASSWORD')) return `user ${user}, password from OPS_PASSWORD`;
      // A terminal forgets; what is no terminal is a log.
      const password = isNew && process.stdout.isTTY ? passwordIn(file) : undefined;
      return `user ${user}, password ${password ?? `in ${file}`}`;
    },
  };
}

function passwordIn(file: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { password?: string }).password;
  } catch {
    return undefined;
  }
}
