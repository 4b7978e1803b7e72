import { expect, it } from 'vitest';
import { type FeedHealth, type FeedPolls, healthOf } from './health.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const ago = (minutes: number) => new Date(NOW - minutes * 60_000);
const fine: FeedPolls = {
  paused: false,
  failures: 0,
  lastPolledAt: ago(5),
  lastSuccessAt: ago(5),
  lastEntryAt: ago(50),
  nextPollAt: ago(-10),
};
const cases: readonly (readonly [FeedHealth, Partial<FeedPolls>])[] = [
  ['ok', {}],
  ['paused', { paused: true, failures: 9 }],
  ['failing', { failures: 3 }],
  ['shaky', { failures: 1 }],
  ['late', { nextPollAt: ago(6), failures: 1 }],
  ['new', { lastPolledAt: null, lastSuccessAt: null, lastEntryAt: null }],
  ['silent', { lastEntryAt: ago(8 * 24 * 60) }],
];

it.each(cases)('calls a source %s when %j', (word, change) => {
  expect(healthOf({ ...fine, ...change }, NOW)).toBe(word);
});
