import { lstat, stat } from 'node:fs/promises';
import { type Check, fail, warn } from './check.ts';

const OTHERS_READ = 0o004;

/** Files that secrets lie in: whether they are there, and whether they are closed to other users of the machine. */
export async function checkSecretFiles(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Check[]> {
  const named = Object.entries(env).filter(([name]) =>
    /_(?:URL|PASSWORD|SECRET|KEY)_FILE$/.test(name),
  );
  const found = await Promise.all(named.map(([name, path]) => look(name, path ?? '')));
  return found.flat();
}

async function look(name: string, path: string): Promise<Check[]> {
  // A mount of a container platform is open inside a container that nobody else is in.
  if (!path.trim() || path.startsWith('/run/secrets/')) return [];
  const file = await stat(path).catch(() => null);
  if (!file)
    return [fail('Secret files', `${name}: no file at ${path}`, `Put it there, or mend ${name}.`)];
  // And Kubernetes' own are links, wherever they are mounted.
  if ((file.mode & OTHERS_READ) === 0 || (await lstat(path)).isSymbolicLink()) return [];
  return [
    warn(
      'Secret files',
      `${name}: every user of this machine may read ${path}`,
      `Close it: chmod 600 ${path}, owned by the user that runs the services.`,
    ),
  ];
}
