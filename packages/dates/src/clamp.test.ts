import { expect, it } from 'vitest';
import { clampToNow } from './clamp.ts';
import { parseDate } from './parse-date.ts';

const NOW = new Date('2024-05-03T10:00:00Z');
const at = (text: string) => {
  const date = parseDate(text);
  if (!date) throw new Error(`no date: ${text}`);
  return clampToNow(date, NOW);
};

it('leaves a date within the skew as it is', () => {
  expect(at('2024-05-03T10:04:00Z')).toMatchObject({
    instant: '2024-05-03T10:04:00Z',
    clamped: false,
  });
});

it('brings a later one back to now, and says so', () => {
  const clamped = at('2024-05-03T12:00:00Z');
  expect(clamped).toMatchObject({
    instant: '2024-05-03T10:00:00Z',
    precision: 'approx',
    clamped: true,
  });
  expect(clamped.confidence).toBeLessThanOrEqual(0.3);
});
