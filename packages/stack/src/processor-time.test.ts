import { spawn } from 'node:child_process';
import { expect, it, vi } from 'vitest';
import { secondsOf, secondsOfAll } from './processor-time.ts';

it.skipIf(process.platform !== 'linux')(
  'says what a process takes, which is of what all have taken',
  async () => {
    const before = secondsOfAll();
    const busy = spawn(process.execPath, ['-e', 'for (;;);']);
    const pid = busy.pid ?? 0;
    try {
      await vi.waitFor(() => expect(secondsOf(pid)).toBeGreaterThan(0.2), { timeout: 15_000 });
      // Both clocks tell hundredths.
      expect(secondsOfAll() - before).toBeGreaterThan(0.15);
    } finally {
      busy.kill('SIGKILL');
    }
  },
);

it('says nothing of one that has gone', () => {
  expect(secondsOf(2 ** 22 + 1)).toBe(0);
});
