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
    company.apart(1, work('suspect')),
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
  await expect(company.apart(1, fails)).rejects.toThrow('no');
  await expect(company.together(fails)).rejects.toThrow('no');
  expect(await company.apart(1, async () => 'worked')).toBe('worked');
});

it('lets all who wait go between two who must be alone', async () => {
  const company = createCompany();
  const { log, work, end } = stage();
  const all = [
    company.apart(1, work('first')),
    company.apart(1, work('second')),
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

it('lets several be apart side by side, as many as the first of them bears, and tells them how many', async () => {
  const company = createCompany();
  const { log, work, end } = stage();
  const of = (most: number, name: string) =>
    company.apart(most, async (size) => {
      log.push(`${name} of ${size}`);
      await work(name)();
    });
  const all = [
    company.together(work('a')),
    of(3, 'x'),
    of(1, 'alone'),
    of(3, 'y'),
    of(16, 'z'),
    of(16, 'w'),
  ];
  await turn();
  await end('a');
  const begun = () => log.filter((line) => line.includes(' of '));
  expect(begun()).toEqual(['x of 3', 'y of 3', 'z of 3']);
  const late = company.together(work('b'));
  for (const name of ['x', 'y', 'z']) await end(name);
  expect(log.at(-1)).toBe('b begins');
  await end('b');
  expect(begun().slice(3)).toEqual(['alone of 1']);
  await end('alone');
  expect(begun().at(-1)).toBe('w of 1');
  await end('w');
  await Promise.all([...all, late]);
});

it('lets others go on beside suspects where that is wanted, but no second group of these', async () => {
  const company = createCompany(true);
  const { log, work, end } = stage();
  const all = [
    company.together(work('a')),
    company.apart(1, work('suspect')),
    company.apart(1, work('another')),
    company.together(work('b')),
  ];
  await turn();
  expect(log.toSorted()).toEqual(['a begins', 'b begins', 'suspect begins']);
  await end('suspect');
  expect(log.slice(3)).toEqual(['suspect ends', 'another begins']);
  for (const name of ['a', 'b', 'another']) await end(name);
  await Promise.all(all);
});
