import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { claim } from './claim.ts';
import { birthOf } from './process-identity.ts';

const dir = mkdtempSync(join(tmpdir(), 'nashra-claim-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
let made = 0;
const lockFile = () => join(dir, `${made++}.lock`);

it('refuses a second holder and names the first', () => {
  const path = lockFile();
  claim(path);
  expect(() => claim(path)).toThrow(new RegExp(`process ${process.pid}`));
});

it('is free again after release', () => {
  const path = lockFile();
  claim(path).release();
  expect(existsSync(path)).toBe(false);
  claim(path).release();
});

it('replaces a holder whose process id now belongs to somebody else', () => {
  const path = lockFile();
  writeFileSync(path, JSON.stringify({ pid: process.pid, birth: 'an earlier life' }));
  claim(path).release();
});

it('replaces a holder that is gone, and a lock cut short by a crash', () => {
  const path = lockFile();
  writeFileSync(path, JSON.stringify({ pid: 2 ** 22 + 1, birth: birthOf(process.pid) }));
  claim(path).release();
  writeFileSync(path, '{"pi');
  claim(path).release();
});
