import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { runProgram } from '../src/run-program.ts';

const BIN = fileURLToPath(new URL('../bin/nashra.js', import.meta.url));

export interface Run {
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a script would, with nothing of our own environment but what programs need. */
export async function spawnNashra(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Run> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { PATH, HOME, NASHRA_DATA: '/nonexistent', ...env },
  });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { code, out, err };
}

/** Ctrl-C for a command inside this process, just begun, as soon as it listens for that and something has come true. */
export async function interrupt(until: () => boolean | Promise<boolean> = () => true) {
  const before = process.listenerCount('SIGINT');
  const listens = () => process.listenerCount('SIGINT') > before;
  while (!listens() || !(await until())) await setImmediate();
  process.emit('SIGINT');
}

/** The same inside this process, which is quicker; one at a time. */
export async function runNashra(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const before = process.exitCode;
  const said = { out: '', err: '' };
  const listen = (stream: NodeJS.WriteStream, to: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      said[to] += chunk;
      return true;
    });
  const spies = [listen(process.stdout, 'out'), listen(process.stderr, 'err')];
  for (const name of [
    'DATABASE_URL',
    'REDIS_URL',
    'NASHRA_PREFIX',
    'FETCH_ALLOW_PRIVATE',
    'HOST_INTERVAL_MS',
    'NASHRA_SECRET_KEY',
    'DEBUG',
  ]) {
    vi.stubEnv(name, env[name]);
  }
  vi.stubEnv('NASHRA_DATA', '/nonexistent');
  process.exitCode = 0;
  try {
    await runProgram(args);
    return { code: process.exitCode ?? 0, ...said };
  } finally {
    process.exitCode = before;
    vi.unstubAllEnvs();
    for (const spy of spies) spy.mockRestore();
  }
}
