import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { waitFor } from '@nashra/testkit';
import { afterAll, expect, it } from 'vitest';

const { scripts } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8'),
) as { scripts: Record<string, string> };

const dir = mkdtempSync(join(tmpdir(), 'nashra-scripts-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A program of the name in our place, that says when it runs and when it was asked to end. */
const STAND_IN = `#!${process.execPath}
const { writeFileSync } = require('node:fs');
process.on('SIGTERM', () => { writeFileSync('ended', ''); process.exit(0); });
setTimeout(() => process.exit(1), 60_000);
writeFileSync('running', '');
`;

it.each(['start', 'demo'])(
  'ends what `npm run %s` began when npm is asked to end',
  async (name) => {
    const home = join(dir, name);
    const bin = join(home, 'node_modules/.bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, 'nashra'), STAND_IN);
    chmodSync(join(bin, 'nashra'), 0o755);
    writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'stand-in', scripts }));
    const npm = spawn('npm', ['run', name], { cwd: home, stdio: 'ignore' });
    await waitFor(() => existsSync(join(home, 'running')));
    npm.kill('SIGTERM');
    await waitFor(() => existsSync(join(home, 'ended')));
    expect(existsSync(join(home, 'ended'))).toBe(true);
  },
);
