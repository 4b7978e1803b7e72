import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret } from '@nashra/env';

/** Kept in the data folder, readable by its owner alone. */
const FILE = 'portal-secret';

/** The secret from the environment, else the one of the first start, else a new one. */
export async function loadSecret(config: {
  readonly PORTAL_SECRET?: Secret | undefined;
  readonly NASHRA_DATA: string;
}): Promise<Secret> {
  if (config.PORTAL_SECRET !== undefined) return config.PORTAL_SECRET;
  const path = join(config.NASHRA_DATA, FILE);
  await mkdir(config.NASHRA_DATA, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('base64url')}`;
  await writeFile(draft, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  try {
    // Whole at once, and only where there is none: of two that start together, one makes the secret.
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
  return new Secret((await readFile(path, 'utf8')).trim());
}
