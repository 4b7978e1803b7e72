import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { secondsOf } from './processor-time.ts';
import { openReaderGroup } from './reader-group.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nashra-groups-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (...path: readonly string[]) => readFileSync(join(root, ...path), 'utf8');
const groupIn = (...path: readonly string[]) =>
  readdirSync(join(root, ...path)).find((name) => name.startsWith('nashra-readers-')) ?? '';

describe('openReaderGroup', () => {
  it.each([
    ['cpu,cpuacct', '5:memory:/a\n4:cpu,cpuacct:/mine\n0::/\n'],
    ['cpu', '4:cpu,cpuacct:/mine\n0::/\n'],
  ])('bounds by a quota in the first version, mounted as %s', (mount, own) => {
    const folder = [mount, 'mine'];
    mkdirSync(join(root, ...folder), { recursive: true });
    using group = openReaderGroup(root, own);
    const name = groupIn(...folder);
    expect(read(...folder, name, 'cpu.cfs_quota_us')).toBe('-1');
    group?.bound(true);
    expect(Number(read(...folder, name, 'cpu.cfs_quota_us'))).toBeGreaterThanOrEqual(1_000);
    expect(read(...folder, name, 'cpu.cfs_period_us')).toBe('50000');
    group?.take(4_711);
    expect(read(...folder, name, 'cgroup.procs')).toBe('4711');
  });

  it('bounds beside its own in the second, where processes may not stand over groups', () => {
    const folder = ['user.slice', 'app.slice'];
    mkdirSync(join(root, ...folder, 'term.scope'), { recursive: true });
    using group = openReaderGroup(root, '0::/user.slice/app.slice/term.scope\n');
    const name = groupIn(...folder);
    expect(read(...folder, name, 'cpu.max')).toBe('max 50000');
    group?.bound(true);
    expect(read(...folder, name, 'cpu.max')).toMatch(/^\d{4,} 50000$/);
  });

  it('is none where there is no such place', () => {
    expect(openReaderGroup(root, '4:cpu:/mine\n0::/elsewhere/mine\n')).toBe(null);
    expect(openReaderGroup(root, '')).toBe(null);
  });
});

const mayHave = () => {
  using group = openReaderGroup();
  return group !== null;
};

it.skipIf(!mayHave())('has who is in it wait, and lets them go', async () => {
  const busy = spawn(process.execPath, ['-e', 'for (;;);']);
  const pid = busy.pid ?? 0;
  const share = async () => {
    const [from, before] = [performance.now(), secondsOf(pid)];
    await sleep(1_000);
    return (secondsOf(pid) - before) / ((performance.now() - from) / 1_000);
  };
  try {
    using group = openReaderGroup();
    group?.take(pid);
    group?.bound(true);
    // What it has left of the period before.
    await sleep(100);
    expect(await share()).toBeLessThan(0.25);
    await vi.waitFor(() => expect(group?.hasWaited()).toBe(true), { timeout: 15_000 });
    group?.bound(false);
    await sleep(100);
    group?.hasWaited();
    await sleep(100);
    expect(group?.hasWaited()).toBe(false);
  } finally {
    busy.kill('SIGKILL');
  }
});
