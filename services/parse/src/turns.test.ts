import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

it('lets others be heard between any two pieces of work that could be done in one go', async () => {
  const turn = createTurns();
  const done: string[] = [];
  const work = async (name: string) => {
    await turn();
    done.push(name);
  };
  const all = Promise.all(['a', 'b', 'c'].map(work));
  for (let heard = 0; done.filter((it) => it !== 'heard').length < 3 && heard < 20; heard += 1) {
    await setImmediate();
    done.push('heard');
  }
  await all;
  expect(done.filter((it) => it !== 'heard')).toEqual(['a', 'b', 'c']);
  expect(done.join(' ')).toMatch(/a( heard)+ b( heard)+ c/);
  // And again when none is left.
  await work('d');
  expect(done.at(-1)).toBe('d');
});
