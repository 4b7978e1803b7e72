import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/security.md'), 'utf8');
const PATH = /^(?:packages|services|test|infra|docs)\/[\w./-]+$/;

/** Cells of tables that name a file in code, and after it what stands there between «». */
const named = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .flatMap((line) => line.split('|'))
  .flatMap((cell) => {
    let file: string | undefined;
    return [...cell.matchAll(/`([^`]+)`|«([^»]+)»/g)].flatMap(([, code, title]) => {
      if (code !== undefined && PATH.test(code)) file = code;
      return file === undefined ? [] : [{ file, title }];
    });
  });

it('names enough to be worth a look', () => {
  expect(named.filter(({ title }) => title !== undefined).length).toBeGreaterThan(40);
});

it('names no test that is not there', () => {
  const missing = named.filter(({ file, title }) => {
    const path = join(root, file);
    if (!existsSync(path)) return true;
    return title !== undefined && !readFileSync(path, 'utf8').includes(title);
  });
  expect(missing).toEqual([]);
});
