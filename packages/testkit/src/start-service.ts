import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, PARENT_WATCH } from '@nashra/stack';
import { waitFor } from './wait-for.ts';

export interface TestService {
  readonly pid: number;
  /** Where /healthz, /readyz and /metrics answer, without a closing slash. */
  readonly address: string;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<unknown>;
  /** Everything it has written so far. */
  log(): string;
  /** SIGTERM; throws unless it ends with exit code 0 in time. */
  stop(timeoutMs?: number): Promise<void>;
  /** SIGKILL, as a crash. */
  kill(): Promise<void>;
}

/**
 * Starts a service of `services/` as it runs in production, and waits until /readyz says yes. It sees of our
 * environment only what a program needs to run, so that addresses of the developer's own never leak into a test.
 */
export async function startService(
  name: string,
  env: Readonly<Record<string, string>>,
  /** Told where it will answer, as soon as its process is there. */
  onSpawn?: (address: string) => void,
): Promise<TestService> {
  const main = fileURLToPath(new URL(`../../../services/${name}/src/main.ts`, import.meta.url));
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', PARENT_WATCH, main], {
    env: {
      ...plainEnv(),
      // Halves what a start costs, and a suite starts many.
      NODE_COMPILE_CACHE: join(tmpdir(), 'nashra-compile-cache'),
      HOST: '127.0.0.1',
      PORT: String(port),
      LOG_LEVEL: 'info',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let log = '';
  const append = (chunk: Buffer) => {
    log += chunk.toString();
  };
  child.stdout?.on('data', append);
  child.stderr?.on('data', append);
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  let running = true;
  void exited.then(() => {
    running = false;
  });

  const address = `http://127.0.0.1:${port}`;
  onSpawn?.(address);
  let said = 'nothing';
  const isReady = async () => {
    if (!running) return true;
    const answer = await fetch(`${address}/readyz`);
    said = (await answer.text()).trim();
    return answer.ok;
  };
  try {
    await waitFor(isReady, { timeoutMs: 180_000, what: `${name} to be ready` });
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${name} is not ready, and said ${said}:\n${log}`, { cause: error });
  }
  if (!running) throw new Error(`${name} ended before it was ready:\n${log}`);

  return {
    pid: child.pid ?? -1,
    address,
    ended: exited,
    log: () => log,
    async stop(timeoutMs = 15_000) {
      child.kill('SIGTERM');
      const ended = await Promise.race([exited, sleep(timeoutMs, undefined, { ref: false })]);
      if (!ended) child.kill('SIGKILL');
      const [code, signal] = ended ?? [null, `nothing within ${timeoutMs} ms`];
      if (code !== 0) throw new Error(`${name} ended with ${code ?? signal}:\n${log}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

function plainEnv(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'SYSTEMROOT'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
