import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import type { Entry } from './entries.ts';
import type { Result } from './result.ts';

const ROOT = new URL('../../', import.meta.url);
/** Long enough for a loaded machine; what hangs is ended. */
const LONGEST_MS = 30 * 60_000;

/** Runs a bench as a process of its own; its last line is what it found. @throws Error where it fails, or its last line is no JSON */
export async function runEntry(entry: Entry, corpus: string): Promise<Result> {
  const load = loadavg()[0] ?? 0;
  const at = new Date();
  const child = spawn(process.execPath, [...entry.args(corpus)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: LONGEST_MS,
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
    process.stderr.write(text);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${entry.name} ended with ${code}`);
  const figures: unknown = JSON.parse(printed.trim().split('\n').at(-1) ?? '');
  return {
    bench: entry.name,
    machine: {
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: `${type()} ${release()}`,
      load: Math.round(load * 10) / 10,
    },
    versions: versions(),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: ROOT,
      encoding: 'utf8',
    }).trim(),
    at: at.toISOString(),
    seconds: Math.round((Date.now() - +at) / 1_000),
    figures,
  };
}

/** Of what is compared, as the manifest of the benches pins it. */
function versions(): Record<string, string> {
  const manifest = JSON.parse(readFileSync(new URL('bench/package.json', ROOT), 'utf8'));
  const others = Object.entries<string>(manifest.devDependencies).filter(
    ([name]) => name !== 'vitest',
  );
  return { node: process.version, ...Object.fromEntries(others) };
}
