import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, 'docs', file), 'utf8');
const [security, asvs] = [read('security.md'), read('asvs.md')];
const PATH = /^(?:packages|services|test|infra|docs)\/[\w./-]+$/;

/** Cells of tables that name a file in code, and after it what stands there between «». */
const named = `${security}\n${asvs}`
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

it('says something of each requirement of ASVS 5.0.0 to level 2, once', () => {
  const rows = asvs.split('\n').filter((line) => line.startsWith('|'));
  const ids = rows.flatMap((row) => row.split('|')[1]?.match(/\b\d{1,2}\.\d\.\d{1,2}\b/g) ?? []);
  expect([ids.length, new Set(ids).size]).toEqual([253, 253]);
});
