import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { expect, it, vi } from 'vitest';
import { yieldReaders } from './yield-readers.ts';

const { PRIORITY_LOW } = constants.priority;
const yields = (pid = 0) =>
  vi.waitFor(() => expect(getPriority(pid)).toBe(PRIORITY_LOW), { timeout: 15_000 });
/** One that lives until its input ends. */
const process = () => spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });

it('has sessions yield that are there, and those that come; one that has gone keeps nobody', async () => {
  const [first, second, other] = [process(), process(), process()];
  const pids = [first.pid ?? 0, 2 ** 22 - 7];
  let refusals = 1;
  const backends = async () => {
    if (refusals-- > 0) throw new Error('Postgres is away');
    return pids;
  };
  await using _yielding = yieldReaders({ backends, everyMs: 5 });
  try {
    await yields(first.pid);
    expect(getPriority(second.pid)).toBe(getPriority());
    pids.push(second.pid ?? 0);
    await yields(second.pid);
    expect(getPriority(other.pid)).toBe(getPriority());
  } finally {
    for (const child of [first, second, other]) child.stdin.end();
  }
});

const AUTOGROUP = '/proc/self/autogroup';
it.skipIf(!existsSync(AUTOGROUP))(
  'has the session yield that one leads, and none of which it is but a part',
  async () => {
    const before = readFileSync(AUTOGROUP, 'utf8');
    const [leader, part] = [spawn('cat', { detached: true }), process()];
    const pids = [leader.pid ?? 0, part.pid ?? 0];
    await using _yielding = yieldReaders({ backends: async () => pids, everyMs: 5 });
    try {
      await yields(part.pid);
      const group = readFileSync(`/proc/${leader.pid}/autogroup`, 'utf8');
      expect(group).toContain(`nice ${PRIORITY_LOW}`);
      expect(readFileSync(AUTOGROUP, 'utf8')).toBe(before);
    } finally {
      for (const child of [leader, part]) child.stdin.end();
    }
  },
);
