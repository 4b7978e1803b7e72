import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret } from '@nashra/env';
import { z } from 'zod';

export interface Credentials {
  readonly user: string;
  readonly password: Secret;
  /** Joins the password's salt. */
  readonly secret?: Secret | undefined;
}

export interface LoadedCredentials extends Credentials {
  /** Where the password was written just now, when it had to be made up. */
  readonly createdFile?: string;
}

/** Kept in the data folder, readable by its owner alone; `nashra up` shows it too. */
const FILE = 'ops-login.json';
const kept = z.object({
  user: z.string(),
  password: z.string().min(8),
  secret: z.string().min(32),
});

/** The login from the environment, else the one of the first start, else a new one. */
export async function loadCredentials(config: {
  readonly OPS_USER: string;
  readonly OPS_PASSWORD?: Secret | undefined;
  readonly OPS_SECRET?: Secret | undefined;
  readonly NASHRA_DATA: string;
}): Promise<LoadedCredentials> {
  const { OPS_USER: user, OPS_PASSWORD: password, OPS_SECRET: secret } = config;
  if (password !== undefined) return { user, password, secret };
  const path = join(config.NASHRA_DATA, FILE);
  const fresh = { user, password: random(16), secret: random(32) };
  await mkdir(config.NASHRA_DATA, { recursive: true, mode: 0o700 });
  const draft = `${path}.${random(6)}`;
  await writeFile(draft, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  try {
    // Whole at once, and only where there is none: of two that start together, one makes the login.
    await link(draft, path);
    return { ...heldBack(fresh, secret), createdFile: path };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const known = kept.parse(JSON.parse(await readFile(path, 'utf8')));
    return heldBack({ ...known, user }, secret);
  } finally {
    await rm(draft);
  }
}

function heldBack(login: z.output<typeof kept>, secret?: Secret): Credentials {
  const { user, password } = login;
  return { user, password: new Secret(password), secret: secret ?? new Secret(login.secret) };
}

function random(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}
