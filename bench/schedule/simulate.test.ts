import { expect, it } from 'vitest';
import { simulate, simulateCascades } from './simulate.ts';

it('polls nearly as well as who knows all rates, at the requests of its interval, without crying wolf', () => {
  const { rows, budget, falseAlarms } = simulate({
    sources: 60,
    weeks: 3,
    skip: 1,
    intervalMs: 900_000,
  });
  const { nextPoll, signals, optimum, fixed } = rows;
  expect(nextPoll.mean).toBeLessThan(1.08 * optimum.mean);
  expect(nextPoll.mean).toBeLessThan(0.8 * fixed.mean);
  expect(nextPoll.p95).toBeLessThan(fixed.p95);
  // Hubs and sitemaps are believed after some days, and this world has weeks.
  expect(signals.mean).toBeLessThan(0.8 * optimum.mean);
  expect(signals.requests / budget).toBeLessThan(1.07);
  expect(nextPoll.missed).toBe(0);
  expect(nextPoll.requests / budget).toBeGreaterThan(0.93);
  expect(nextPoll.requests / budget).toBeLessThan(1.07);
  expect(falseAlarms).toBe(0);
}, 30_000);

it('comes a little sooner, at the same requests, by what others of a beat have told', () => {
  const setting = { sources: 80, weeks: 4, skip: 2, intervalMs: 900_000 };
  const { alone, heeding } = simulateCascades(setting);
  expect(Math.abs(heeding.requests / alone.requests - 1)).toBeLessThan(0.01);
  expect(heeding.mean).toBeLessThan(alone.mean);
  expect(heeding.p95).toBeLessThan(1.01 * alone.p95);
  expect(heeding.missed).toBeLessThanOrEqual(alone.missed);
}, 60_000);
