import { networkOf } from '@nashra/site';
import { expect, it } from 'vitest';
import { createAttempts } from './attempts.ts';

function failing(times: number, client: string, now: () => number = Date.now) {
  const attempts = createAttempts(now);
  for (let i = 0; i < times; i += 1) attempts.noteFailure(client);
  return attempts;
}

it('listens to nobody after eight failures, and again when the time is over', () => {
  let now = 0;
  const attempts = failing(7, '192.0.2.1', () => now);
  expect(attempts.waitMs('192.0.2.1')).toBe(0);
  attempts.noteFailure('192.0.2.1');
  expect(attempts.waitMs('192.0.2.1')).toBe(300_000);
  expect(attempts.waitMs('192.0.2.2')).toBe(0);
  now = 300_000;
  expect(attempts.waitMs('192.0.2.1')).toBe(0);
});

it.each([
  ['2001:db8:1:2::1', '2001:db8:1:2:aaaa::9', true],
  ['2001:db8:1:2::1', '2001:db8:1:3::1', false],
  ['::ffff:192.0.2.1', '192.0.2.1', true],
  ['::1', '::2', true],
])('counts %s and %s as one client: %s', (one, other, same) => {
  expect(failing(8, networkOf(one)).waitMs(networkOf(other)) > 0).toBe(same);
});
