import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { testDatabase } from '@nashra/testkit';
import { expect, it } from 'vitest';
import { BUGS } from './bugs/list.ts';
import { mutate } from './hooks.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const ROOT = new URL('../../', import.meta.url);
const run = promisify(execFile);
/** Seams are opened as a process loads the product, so each run is one. */
const simulate = (args: readonly string[], env = process.env) =>
  run(process.execPath, [MAIN, ...args], { env, maxBuffer: 2 ** 27 });

it('holds what was promised in some hundred worlds of crashes, twins and lost answers', async () => {
  const { stdout } = await simulate(['--seeds', '120', '--jobs', '1']);
  expect(stdout).toMatch(/^120 of 120 seeds hold$/m);
});

it('lives a seed the same way every time', async () => {
  const args = [
    '--seeds',
    '6',
    '--from',
    '40',
    '--jobs',
    '1',
    '--bug',
    'a draft of what is known stays',
  ];
  const traced = ['--trace', ...args];
  const first = simulate(traced).catch((error: { stdout: string }) => error);
  const [one, other] = await Promise.all([first, simulate(traced).catch((error) => error)]);
  const told = ({ stdout }: { readonly stdout: string }) => stdout.replace(/^.* of CPU$/m, '');
  expect(told(one).split('\n').length).toBeGreaterThan(500);
  expect(told(other)).toBe(told(one));
});

it('answers as the real SQL does, whole seeds long', async () => {
  const database = await testDatabase();
  const env = { ...process.env, DATABASE_URL: database.url };
  try {
    const { stdout } = await simulate(['--conform', '--seeds', '4'], env);
    expect(stdout).toMatch(/^4 of 4 seeds agree$/m);
  } finally {
    await database.drop();
  }
});

it('plants each bug where the product still has the words that it changes', () => {
  expect(BUGS).toHaveLength(30);
  expect(new Set(BUGS.map((it) => it.name)).size).toBe(BUGS.length);
  for (const bug of BUGS) {
    const text = readFileSync(new URL(bug.file, ROOT), 'utf8');
    expect(mutate(text, [bug])).not.toBe(text);
  }
});
