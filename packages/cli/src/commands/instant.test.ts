import { expect, it } from 'vitest';
import { instant } from './instant.ts';

const NOON = Date.parse('2026-03-04T12:00:00Z');

it.each([
  ['3d', '2026-03-01T12:00:00.000Z'],
  ['3w', '2026-02-11T12:00:00.000Z'],
  ['90m', '2026-03-04T10:30:00.000Z'],
  ['2026-03-01', '2026-03-01T00:00:00.000Z'],
  ['2026-03-01T08:00:00+01:00', '2026-03-01T07:00:00.000Z'],
])('reads %s', (text, at) => {
  expect(instant(text, NOON).toISOString()).toBe(at);
});

it.each(['', 'yesterday', '3', '3y', '2026-13-01', '2026-02-30', '2026-02-30T10:00Z', '12'])(
  'refuses «%s»',
  (text) => {
    expect(() => instant(text, NOON)).toThrow(/is wanted/);
  },
);
