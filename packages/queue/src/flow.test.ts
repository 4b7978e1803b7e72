import { expect, it } from 'vitest';
import { standsStill } from './flow.ts';

const MINUTE = 60_000;

it('calls a queue still whose jobs wait while none leaves, and no other', () => {
  const flow = (waitsMs: number | null, leftMs: number | null) =>
    standsStill({ paused: false, waitsMs, leftMs });
  expect(flow(MINUTE, MINUTE)).toBe(true);
  // None was ever seen to leave: emptied, or new.
  expect(flow(MINUTE, null)).toBe(true);
  // A backlog of an hour that is worked off.
  expect(flow(60 * MINUTE, 20)).toBe(false);
  // Nothing to do for an hour, and then a job.
  expect(flow(20, 60 * MINUTE)).toBe(false);
  expect(flow(null, 60 * MINUTE)).toBe(false);
});
