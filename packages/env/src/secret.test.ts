import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readEnv, Secret, secret } from './index.ts';

const TEXT = 's3cret-pa55';
const held = new Secret(TEXT);

it.each<[string, () => unknown]>([
  ['String()', () => String(held)],
  ['a template', () => `${held}`],
  ['concat', () => ''.concat(held as unknown as string)],
  ['JSON', () => JSON.stringify({ held, deep: [held] })],
  ['util.inspect', () => inspect({ held }, { depth: 9, showHidden: true, getters: true })],
  ['an error', () => inspect(new Error(`no ${held}`, { cause: { held } }))],
  ['join', () => [held].join()],
  ['spreading', () => JSON.stringify({ ...held })],
  ['entries', () => JSON.stringify(Object.entries(held))],
  ['structuredClone', () => JSON.stringify(structuredClone({ ...held }))],
  ['format', () => inspect(new Map([[held, held]]))],
])('is not told by %s', (_, print) => {
  expect(String(print())).not.toContain(TEXT);
});

it('is told to who asks for it', () => {
  expect(held.reveal()).toBe(TEXT);
});

it('is what a setting becomes, and a bad one is not told either', () => {
  const shape = { OPS_PASSWORD: secret(z.string().min(8)) };
  expect(readEnv(shape, { OPS_PASSWORD: TEXT }).OPS_PASSWORD.reveal()).toBe(TEXT);
  expect(() => readEnv(shape, { OPS_PASSWORD: 's3cret' })).toThrow(/OPS_PASSWORD: /);
  expect(() => readEnv(shape, { OPS_PASSWORD: 's3cret' })).not.toThrow(/s3cret/);
});

it('is read from a file where a variable names one, and never twice', () => {
  const dir = mkdtempSync(join(tmpdir(), 'nashra-env-'));
  try {
    const file = join(dir, 'password');
    writeFileSync(file, 'p@ss/wörd:%\n');
    const shape = { DATABASE_URL: secret(z.url()) };
    const env = { DATABASE_URL: 'postgres://me@db/n', DATABASE_PASSWORD_FILE: file };
    const url = new URL(readEnv(shape, env).DATABASE_URL.reveal());
    expect(decodeURIComponent(url.password)).toBe('p@ss/wörd:%');
    expect(() => readEnv(shape, { ...env, DATABASE_PASSWORD: 'x' })).toThrow(
      'DATABASE_PASSWORD_FILE: DATABASE_PASSWORD is set too',
    );
    const none = { ...env, DATABASE_PASSWORD_FILE: join(dir, 'none') };
    expect(() => readEnv(shape, none)).toThrow('DATABASE_PASSWORD_FILE: no such file');
  } finally {
    rmSync(dir, { recursive: true });
  }
});
