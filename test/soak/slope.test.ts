import { expect, it } from 'vitest';
import { isFlat, meansOf, slopeOf } from './slope.ts';

const line = (value: (hours: number) => number) =>
  Array.from({ length: 100 }, (_, at) => ({ hours: at / 50, value: value(at / 50) }));

it('says how much a line rises, and how sure that is', () => {
  expect(slopeOf(line((hours) => 100 + 7 * hours))).toMatchObject({
    perHour: expect.closeTo(7),
    error: expect.closeTo(0),
  });
  const saw = slopeOf(line((hours) => 100 + (Math.round(hours * 50) % 2)));
  expect(Math.abs(saw.perHour)).toBeLessThan(2 * saw.error + 0.01);
  expect(() => slopeOf([])).toThrow(RangeError);
});

it('calls flat what rises by less than a hundredth an hour, or by no more than chance', () => {
  expect(isFlat(slopeOf(line((hours) => 100 + hours / 2)))).toBe(true);
  expect(isFlat(slopeOf(line((hours) => 100 + 5 * hours)))).toBe(false);
  expect(isFlat(slopeOf(line((hours) => 100 + 10 * Math.sin(60 * hours))))).toBe(true);
});

it('takes what comes and goes for one, where it comes and goes often enough', () => {
  // Sixteen breaths.
  const breaths = Array.from({ length: 320 }, (_, at) => ({
    hours: at / 100,
    value: 100 + 10 * Math.sin((2 * Math.PI * at) / 20),
  }));
  const means = meansOf(breaths, 0.2);
  expect(means).toHaveLength(15);
  for (const { value } of means) expect(value).toBeCloseTo(100);
  expect(meansOf(breaths, 1)).toBe(breaths);
  const rising = breaths.map(({ hours, value }) => ({ hours, value: value + 5 * hours }));
  expect(isFlat(slopeOf(meansOf(rising, 0.2)))).toBe(false);
});
