import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Deadline } from './deadline.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('ends after its time, of which what is waited for aside costs none', async () => {
  using deadline = new Deadline(1_000, undefined);
  vi.advanceTimersByTime(600);
  const waiting = deadline.aside(() => new Promise((resolve) => setTimeout(resolve, 60_000)));
  await vi.advanceTimersByTimeAsync(60_000);
  await waiting;
  expect(deadline.signal.aborted).toBe(false);
  vi.advanceTimersByTime(399);
  expect(deadline.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(deadline.signal.reason).toMatchObject({ code: 'TIMEOUT', message: '1000 ms in all' });
});

it('goes on where what was waited for failed, and ends with its caller all the same', async () => {
  const caller = new AbortController();
  using deadline = new Deadline(1_000, caller.signal);
  const refusal = new Error('busy');
  await expect(deadline.aside(() => Promise.reject(refusal))).rejects.toBe(refusal);
  caller.abort(refusal);
  expect(deadline.signal.reason).toBe(refusal);
});
