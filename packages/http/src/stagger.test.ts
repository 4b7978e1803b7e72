import { expect, it, vi } from 'vitest';
import { inTurns, stagger } from './stagger.ts';

const none = () => new Error('nothing');
const never = () => new Promise<string>(() => {});

it('tries the next one when the first is silent, and gives back what comes too late', async () => {
  vi.useFakeTimers();
  const slow = Promise.withResolvers<string>();
  const discard = vi.fn();
  const options = { afterMs: 250, discard, none };
  const reached = stagger([() => slow.promise, async () => 'second', never], options);
  await vi.advanceTimersByTimeAsync(249);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await reached).toBe('second');
  expect(vi.getTimerCount()).toBe(0);
  slow.resolve('first');
  await slow.promise;
  expect(discard).toHaveBeenCalledExactlyOnceWith('first');
  vi.useRealTimers();
});

it('tries the next one at once when one fails, and fails with the last', async () => {
  const fail = (why: string) => async () => {
    throw new Error(why);
  };
  const options = { afterMs: 1e6, discard: () => {}, none };
  expect(await stagger([fail('a'), async () => 'b'], options)).toBe('b');
  await expect(stagger([fail('a'), fail('b')], options)).rejects.toThrow('b');
  await expect(stagger([], options)).rejects.toThrow('nothing');
});

it('takes the families of IP in turns', () => {
  const ips = (...all: string[]) => inTurns(all.map((ip) => ({ ip }))).map(({ ip }) => ip);
  expect(ips('1.1.1.1', '1.1.1.2', '::1', '::2', '::3')).toEqual([
    '1.1.1.1',
    '::1',
    '1.1.1.2',
    '::2',
    '::3',
  ]);
  expect(ips('1.1.1.1')).toEqual(['1.1.1.1']);
  expect(ips()).toEqual([]);
});
