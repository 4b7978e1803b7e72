import { expect, it } from 'vitest';
import { keepDoing } from './keep-doing.ts';

const LONG_MS = 60_000;

it('rests after a step, hears who wakes it in the middle of one, and ends with the step under way', async () => {
  const begun: (() => void)[] = [];
  const steps = [1, 2, 3].map(() => Promise.withResolvers<number>());
  let step = 0;
  const doing = keepDoing(async () => {
    begun[step]?.();
    return await (steps[step++]?.promise ?? Promise.resolve(LONG_MS));
  });
  const beginning = (n: number) =>
    new Promise<void>((resolve) => {
      begun[n] = resolve;
    });
  const second = beginning(1);
  doing.wake();
  steps[0]?.resolve(LONG_MS);
  await second;
  const ended = doing[Symbol.asyncDispose]();
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect(isOver).toBe(false);
  steps[1]?.resolve(LONG_MS);
  await ended;
  expect(step).toBe(2);
});
