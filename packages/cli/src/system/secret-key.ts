import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setting } from './setting.ts';

const fileOf = (dataDir: string) => join(dataDir, 'secret-key');

/** The key under which secrets of sources are sealed: of the settings, else the one that `nashra up` made here. */
export function secretKey(dataDir: string): string | undefined {
  const named = setting('NASHRA_SECRET_KEY');
  if (named) return named;
  try {
    return readFileSync(fileOf(dataDir), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The same, made where there is none. */
export function keptSecretKey(dataDir: string): string {
  const known = secretKey(dataDir);
  if (known) return known;
  const made = randomBytes(32).toString('base64url');
  writeFileSync(fileOf(dataDir), `${made}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}
