import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
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

it.skipIf(process.platform !== 'linux' || availableParallelism() < 2)(
  'bounds who takes much beside somebody who works, and lets them go when that is over',
  async () => {
    const busy = () => spawn(process.execPath, ['-e', 'for (;;);']);
    const [reader, worker] = [busy(), busy()];
    const bounds: boolean[] = [];
    const group = {
      take() {},
      bound: (isBounded: boolean) => void bounds.push(isBounded),
      // Nothing bounds it here: it waits as long as the worker works.
      hasWaited: () => worker.exitCode === null && worker.signalCode === null,
      [Symbol.dispose]() {},
    };
    using _bounding = boundReaders(group, () => [reader.pid ?? 0]);
    try {
      await vi.waitFor(() => expect(bounds).toEqual([true]), { timeout: 15_000 });
      worker.kill('SIGKILL');
      await vi.waitFor(() => expect(bounds.slice(0, 2)).toEqual([true, false]), {
        timeout: 15_000,
      });
    } finally {
      for (const child of [reader, worker]) child.kill('SIGKILL');
    }
  },
);
