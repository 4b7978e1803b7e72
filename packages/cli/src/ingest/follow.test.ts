import type { HistoryStep } from '@nashra/db';
import { expect, it } from 'vitest';
import { nextStep } from './follow.ts';

const history: HistoryStep[] = [
  [100, 'waiting', null],
  [200, 'indexed', null],
  [500, 'waiting', 'ingest'],
  [510, 'queued', null],
  [510, 'fetched', null],
];

it('begins with what came after the asking', () => {
  expect(nextStep(history, undefined, 450)).toBe(2);
  expect(nextStep(history, undefined, 900)).toBe(5);
});

it('goes on after the last step seen, also within one millisecond', () => {
  expect(nextStep(history, history[3], 450)).toBe(4);
  expect(nextStep(history, history[4], 450)).toBe(5);
});

it('finds its place when old steps have fallen off', () => {
  expect(nextStep(history.slice(2), history[2], 450)).toBe(1);
  expect(nextStep(history.slice(3), history[2], 450)).toBe(0);
});
