import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBoundedLog } from './bounded-log.ts';
import { heapArgs } from './heap-args.ts';
import { inheritedEnv } from './inherited-env.ts';

export interface ServiceSpec {
  readonly name: string;
  /** The file Node runs. */
  readonly main: string;
  /** All its variables; of ours it inherits only what any program needs to run. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ServiceStatus {
  readonly name: string;
  /** Absent while it waits for its restart. */
  readonly pid?: number;
  readonly restarts: number;
}

export type ServiceEvent =
  | { readonly event: 'started'; readonly service: string; readonly pid: number }
  | {
      readonly event: 'exited';
      readonly service: string;
      /** Exit code, or the signal's name. */
      readonly how: number | string;
      readonly restartInMs: number;
    };

export interface SupervisorOptions {
  /** Each service writes to `<logDir>/<name>.log`, at most some megabytes. */
  readonly logDir: string;
  /** How long a service may take to end after SIGTERM before SIGKILL; 20 s by default. */
  readonly graceMs?: number;
  /** First pause before a restart; doubles with each crash that follows soon. 250 ms by default. */
  readonly firstPauseMs?: number;
  readonly onEvent?: (event: ServiceEvent) => void;
}

export interface SupervisedService {
  status(): ServiceStatus;
  stop(): Promise<void>;
}

const MAX_PAUSE_MS = 30_000;
/** A service that ran this long has recovered: its next crash starts over with the first pause. */
const STEADY_AFTER_MS = 60_000;
/** For Node's --import, with an IPC channel: ends the process when its parent is gone. */
export const PARENT_WATCH = new URL('./parent-watch.ts', import.meta.url).href;

/** Runs one service as a child process and starts it again whenever it ends, until told to stop. */
export function superviseService(spec: ServiceSpec, options: SupervisorOptions): SupervisedService {
  const { firstPauseMs = 250, graceMs = 20_000, onEvent = () => {} } = options;
  const log = openBoundedLog(join(options.logDir, `${spec.name}.log`));
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  let restarts = 0;
  const done = keepRunning();

  async function keepRunning(): Promise<void> {
    let pause = firstPauseMs;
    while (!stopping.signal.aborted) {
      const started = Date.now();
      child = spawnService(spec);
      child.stdout?.on('data', log.write);
      child.stderr?.on('data', log.write);
      onEvent({ event: 'started', service: spec.name, pid: child.pid ?? -1 });
      const how = await exitOf(child);
      child = undefined;
      if (stopping.signal.aborted) return;
      if (Date.now() - started > STEADY_AFTER_MS) pause = firstPauseMs;
      onEvent({ event: 'exited', service: spec.name, how, restartInMs: pause });
      restarts += 1;
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
      pause = Math.min(pause * 2, MAX_PAUSE_MS);
    }
  }

  async function end(): Promise<void> {
    stopping.abort();
    child?.kill('SIGTERM');
    const timer = setTimeout(() => child?.kill('SIGKILL'), graceMs);
    await done;
    clearTimeout(timer);
    log.close();
  }

  let ended: Promise<void> | undefined;
  return {
    status: () => ({ name: spec.name, restarts, ...(child?.pid && { pid: child.pid }) }),
    stop: () => {
      ended ??= end();
      return ended;
    },
  };
}

function spawnService({ name, main, env }: ServiceSpec): ChildProcess {
  return spawn(process.execPath, [...heapArgs(name), '--import', PARENT_WATCH, main], {
    // One arena of malloc's: its threads would each keep some megabytes of their own.
    env: { MALLOC_ARENA_MAX: '1', ...inheritedEnv(), ...env },
    // A group of its own: Ctrl-C in the terminal reaches the supervisor alone, which then ends things in order.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

async function exitOf(child: ChildProcess): Promise<number | string> {
  const closed = once(child, 'close').catch(() => {});
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    // Its last words may still be in the pipe; a grandchild may hold the pipe for ever.
    await Promise.race([closed, sleep(500, undefined, { ref: false })]);
    return code ?? signal ?? 0;
  } catch (error) {
    return (error as Error).message;
  }
}
