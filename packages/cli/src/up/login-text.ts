import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What to type at the dashboards' login. The password is shown on a terminal, never in a log file. */
export async function loginText(dataDir: string): Promise<string> {
  const user = process.env['OPS_USER'] ?? 'operator';
  if (process.env['OPS_PASSWORD']) return `user ${user}, password from OPS_PASSWORD`;
  const file = join(dataDir, 'ops-login.json');
  if (!process.stdout.isTTY) return `user ${user}, password in ${file}`;
  const text = await readFile(file, 'utf8').catch(() => '{}');
  const { password } = JSON.parse(text) as { password?: string };
  return password ? `user ${user}, password ${password}` : `user ${user}, password in ${file}`;
}
