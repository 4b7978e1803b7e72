import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createCompany } from './company.ts';

/** Work that ends when it is told to. */
function stage() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await new Promise<void>((end) => ends.set(name, end));
    log.push(`${name} ends`);
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await turn();
  };
  return { log, work, end };
}

it('lets others work side by side, and one alone when they have ended', async () => {
  const company = createCompany();
  const { log, work, end } = stage();
  const all = [
    company.together(work('a')),
    company.together(work('b')),
    company.alone(work('suspect')),
    company.together(work('c')),
  ];
  await turn();
  expect(log).toEqual(['a begins', 'b begins']);
  await end('b');
  await end('a');
  expect(log.slice(2)).toEqual(['b ends', 'a ends', 'suspect begins']);
  await end('suspect');
  expect(log.slice(5)).toEqual(['suspect ends', 'c begins']);
  await end('c');
  await Promise.all(all);
});

it('goes on when work fails', async () => {
  const company = createCompany();
  const fails = () => Promise.reject(new Error('no'));
  await expect(company.alone(fails)).rejects.toThrow('no');
  await expect(company.together(fails)).rejects.toThrow('no');
  expect(await company.alone(async () => 'worked')).toBe('worked');
});

it('lets all who wait go between two who must be alone', async () => {
  const company = createCompany();
  const { log, work, end } = stage();
  const all = [
    company.alone(work('first')),
    company.alone(work('second')),
    company.together(work('a')),
    company.together(work('b')),
  ];
  await turn();
  await end('first');
  expect(log).toEqual(['first begins', 'first ends', 'a begins', 'b begins']);
  await end('a');
  await end('b');
  expect(log.at(-1)).toBe('second begins');
  await end('second');
  await Promise.all(all);
});
