import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openBoundedLog } from './bounded-log.ts';

const dir = mkdtempSync(join(tmpdir(), 'nashra-log-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

it('keeps the newest lines in two files of bounded size', () => {
  const log = openBoundedLog(join(dir, 'a.log'), 100);
  for (let line = 0; line < 50; line += 1) log.write(Buffer.from(`line ${line}\n`));
  log.close();
  expect(readdirSync(dir).sort()).toEqual(['a.log', 'a.log.1']);
  const [newest, older] = ['a.log', 'a.log.1'].map((name) => readFileSync(join(dir, name), 'utf8'));
  expect(newest?.endsWith('line 49\n')).toBe(true);
  expect(newest?.length).toBeLessThanOrEqual(100);
  expect(older?.length).toBeLessThanOrEqual(100);
});

it('takes late words after it is closed without complaint', () => {
  const log = openBoundedLog(join(dir, 'late.log'));
  log.close();
  log.write(Buffer.from('late'));
});
