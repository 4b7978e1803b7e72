import { expect, it } from 'vitest';
import { billOf, USUAL_PRICES } from './bill.ts';
import { MEASURED } from './measured.ts';
import { plan } from './plan.ts';

const usual = (articlesPerDay: number, more = {}) =>
  plan({ articlesPerDay, retentionDays: 365, peak: 3, ...more });

it('takes the cores that the busiest hour costs, with room left', () => {
  // 864,000 a day are ten a second, thirty in the busiest hour.
  const { peakPerSecond, programs, total } = usual(864_000);
  expect(peakPerSecond).toBeCloseTo(30);
  const parse = programs.find(({ name }) => name === 'parse');
  expect(parse?.cores).toBeCloseTo((30 * MEASURED.cpuMs.parse) / 1_000 / 0.6);
  expect(parse?.processes).toBe(Math.ceil(parse?.cores ?? 0));
  const all = Object.values(MEASURED.cpuMs).reduce((sum, ms) => sum + ms, 0);
  expect(total.cores).toBeCloseTo((30 * all) / 1_000 / 0.6);
});

it('grows in proportion: ten times the articles take ten times the disk and cores', () => {
  const [small, large] = [usual(1_000_000), usual(10_000_000)];
  expect(large.total.diskGiB / small.total.diskGiB).toBeCloseTo(10);
  expect(large.total.cores / small.total.cores).toBeCloseTo(10);
});

it('keeps no more of the passing tables than articles live', () => {
  const [week, year] = [usual(100_000, { retentionDays: 7 }), usual(100_000)];
  expect(week.postgres.diskGiB * (365 / 7)).toBeGreaterThan(year.postgres.diskGiB);
});

it('has at least one process of each stage, and one scheduler however many there are', () => {
  expect(usual(100).programs.map(({ processes }) => processes)).toEqual([1, 1, 1, 1, 1]);
  expect(usual(100_000_000).programs[0]).toMatchObject({ name: 'scheduler', processes: 1 });
});

it('says where one server is not enough', () => {
  expect(usual(100_000).notes).toEqual([]);
  expect(usual(100_000_000).notes.join(' ')).toMatch(/Postgres.*Redis/);
});

it('bills the smallest machines that bear it', () => {
  const small = billOf(usual(10_000), USUAL_PRICES);
  expect(small.machines.map(({ name, count }) => [name, count])).toEqual([
    ['small', 1],
    ['small', 1],
    ['small', 1],
  ]);
  const huge = billOf(usual(100_000_000), USUAL_PRICES);
  expect(huge.machines[0]?.name).toBe('huge');
  expect(huge.perMonth).toBeGreaterThan(100 * small.perMonth);
});
