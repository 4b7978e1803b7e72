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

const LONG_MS = 300_000;

it(
  'holds what was promised in worlds of crashes, twins and lost answers',
  async () => {
    const { stdout } = await simulate(['--seeds', '12', '--jobs', '1']);
    expect(stdout).toMatch(/^12 of 12 seeds hold$/m);
  },
  LONG_MS,
);

it(
  'lives a seed the same way every time, whichever was lived before',
  async () => {
    const steps = async (from: string, seeds: string) => {
      const args = ['--trace', '--jobs', '1', '--from', from, '--seeds', seeds];
      const { stdout } = await simulate(args);
      return /^seed 42: (\d+) steps, (\w+)$/m.exec(stdout);
    };
    const [one, other] = await Promise.all([steps('40', '3'), steps('42', '1')]);
    expect(Number(one?.[1])).toBeGreaterThan(500);
    expect(other?.[0]).toBe(one?.[0]);
  },
  LONG_MS,
);

it(
  'answers as the real SQL does, whole seeds long',
  async () => {
    const database = await testDatabase();
    const env = { ...process.env, DATABASE_URL: database.url };
    try {
      const { stdout } = await simulate(['--conform', '--seeds', '2'], env);
      expect(stdout).toMatch(/^2 of 2 seeds agree$/m);
    } finally {
      await database.drop();
    }
  },
  LONG_MS,
);

it('plants each bug where the product still has the words that it changes', () => {
  expect(BUGS).toHaveLength(30);
  expect(new Set(BUGS.map((it) => it.name)).size).toBe(BUGS.length);
  for (const bug of BUGS) {
    const text = readFileSync(new URL(bug.file, ROOT), 'utf8');
    expect(mutate(text, [bug])).not.toBe(text);
  }
});
