import { expect, it } from 'vitest';
import { boundWaiting, type Waiting } from './bound-waiting.ts';

function waitingFor(answer: Waiting['waitForJob']) {
  const seen = { reconnected: 0 };
  const waiting: Waiting = {
    waitForJob: answer,
    async reconnectBlocking() {
      seen.reconnected += 1;
    },
  };
  boundWaiting(waiting, 20);
  return { waiting, seen };
}

it('gives on what came in time, errors too, and leaves the connection alone', async () => {
  const job = { member: '0', score: 0 };
  const { waiting, seen } = waitingFor(async () => job);
  expect(await waiting.waitForJob(10)).toBe(job);
  const broken = waitingFor(() => Promise.reject(new Error('Connection is closed.')));
  await expect(broken.waiting.waitForJob(10)).rejects.toThrow('closed');
  expect([seen.reconnected, broken.seen.reconnected]).toEqual([0, 0]);
});

it('ends a wait that was lost, and opens its connection anew', async () => {
  const { waiting, seen } = waitingFor(() => new Promise(() => {}));
  expect(await waiting.waitForJob(0.01)).toBeNull();
  expect(seen.reconnected).toBe(1);
});
