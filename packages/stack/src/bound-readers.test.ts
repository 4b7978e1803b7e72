import { expect, it, vi } from 'vitest';
import { boundReaders, isToBeBounded } from './bound-readers.ts';

const AT_REST = { readers: 0, others: 0, hasWaited: false };

it.each([
  ['nobody does anything', false, AT_REST, false],
  ['readers take much, and nobody else works', false, { ...AT_REST, readers: 1.9 }, false],
  ['others work, and readers ask little', false, { ...AT_REST, readers: 0.1, others: 1 }, false],
  ['readers take much from who works', false, { ...AT_REST, readers: 0.9, others: 0.9 }, true],
  ['they want more still', true, { readers: 0.1, others: 1, hasWaited: true }, true],
  ['they want no more', true, { readers: 0.1, others: 1, hasWaited: false }, false],
  ['the others rest', true, { readers: 0.1, others: 0.05, hasWaited: true }, false],
])('when %s: bounded before %s, with %o: %s', (_, isBounded, taken, expected) => {
  expect(isToBeBounded(isBounded, taken)).toBe(expected);
});

it('bounds who takes much beside somebody who works, and lets them go when that is over', () => {
  const bounds: boolean[] = [];
  const works = { reader: 0.5, worker: 1 };
  const group = {
    take() {},
    bound: (isBounded: boolean) => void bounds.push(isBounded),
    // Nothing bounds it here: it waits as long as the worker works.
    hasWaited: () => works.worker > 0,
    [Symbol.dispose]() {},
  };
  let [at, reader, all] = [0, 7, 100];
  const aSecondLater = () => {
    at += 1_000;
    reader += works.reader;
    all += works.reader + works.worker;
    return { at, all, readers: new Map([[4_711, reader]]) };
  };
  vi.useFakeTimers();
  try {
    using _bounding = boundReaders(group, () => [4_711], { look: aSecondLater, everyMs: 200 });
    vi.advanceTimersByTime(1_000);
    expect(bounds).toEqual([true]);
    works.worker = 0;
    vi.advanceTimersByTime(1_000);
    expect(bounds).toEqual([true, false]);
    // Alone it may take all there is.
    works.reader = 2;
    vi.advanceTimersByTime(1_000);
    expect(bounds).toEqual([true, false]);
  } finally {
    vi.useRealTimers();
  }
});
