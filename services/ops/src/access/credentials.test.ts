import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '@nashra/env';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadCredentials } from './credentials.ts';

let NASHRA_DATA: string;
beforeEach(async () => {
  NASHRA_DATA = await mkdtemp(join(tmpdir(), 'nashra-ops-'));
});
afterEach(() => rm(NASHRA_DATA, { recursive: true }));

it('makes a login up once, for its owner’s eyes only', async () => {
  const first = await loadCredentials({ OPS_USER: 'operator', NASHRA_DATA });
  const file = first.createdFile ?? '';
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readFile(file, 'utf8')).toContain(first.password.reveal());
  const again = await loadCredentials({ OPS_USER: 'operator', NASHRA_DATA });
  expect(again.password.reveal()).toBe(first.password.reveal());
  expect(again.createdFile).toBeUndefined();
});

it('makes one login of two starts at once', async () => {
  const start = () => loadCredentials({ OPS_USER: 'operator', NASHRA_DATA });
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.password.reveal()).toBe(other.password.reveal());
});

it('takes the environment’s password and writes nothing', async () => {
  const login = await loadCredentials({
    OPS_USER: 'chief',
    OPS_PASSWORD: new Secret('from-the-environment'),
    NASHRA_DATA: join(NASHRA_DATA, 'none'),
  });
  expect([login.user, login.password.reveal()]).toEqual(['chief', 'from-the-environment']);
  await expect(stat(join(NASHRA_DATA, 'none'))).rejects.toThrow('ENOENT');
});
