import { expect, it } from 'vitest';
import { type BeatFacts, hastenedAt } from './beat.ts';
import { newRhythm } from './rhythm.ts';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 0, 7, 10);
/** One entry an hour, asked every quarter of an hour. */
const facts: BeatFacts = {
  polledAt: NOW - MINUTE,
  plannedAt: NOW + 14 * MINUTE,
  intervalMs: 15 * MINUTE,
  rhythm: newRhythm({ entries: 24, spanMs: 24 * 60 * MINUTE }),
  expected: 1,
};
const minutes = (change: Partial<BeatFacts>) => {
  const at = hastenedAt({ ...facts, ...change }, NOW);
  return at === null ? null : (at - NOW) / MINUTE;
};

it('goes the way that is left faster by the root of what is likely more', () => {
  const [few, more, many] = [1, 4, 30].map((expected) => minutes({ expected }) ?? 99);
  expect(more).toBeLessThan(few ?? 0);
  expect(many).toBeLessThan(more ?? 0);
  expect(few).toBeGreaterThan(9);
  expect(few).toBeLessThan(13);
});

it('hastens only, and leaves alone where it would hardly be sooner', () => {
  expect(minutes({ expected: 0 })).toBeNull();
  expect(minutes({ expected: 0.01 })).toBeNull();
  expect(minutes({ plannedAt: NOW + 20_000, expected: 100 })).toBeNull();
  expect(minutes({ plannedAt: NOW - MINUTE, expected: 100 })).toBeNull();
});

it('never floods: no closer to the last poll than a feed is asked by itself at the most', () => {
  const most = { expected: 1e9 };
  expect(minutes(most)).toBeCloseTo(15 / 8 - 1, 5);
  expect(minutes({ ...most, intervalMs: 4 * MINUTE })).toBeCloseTo(0, 2);
  expect(minutes({ ...most, polledAt: NOW - 60 * MINUTE })).toBeCloseTo(0, 2);
});

it('leaves a beat that an operator wants as it is', () => {
  expect(minutes({ intervalMs: 30_000, expected: 100 })).toBeNull();
});
