import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, readFileSync, renameSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openPrivateLog } from './private-files.ts';
import { commandOf, isAlive } from './process-identity.ts';

const MAX_LOG_BYTES = 8 * 1024 * 1024;

export interface ServerCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
  /** Where stdout and stderr go; the last 8 MB or so are kept. */
  readonly logFile: string;
  /** What asks it to end quickly but cleanly. */
  readonly stopSignal: NodeJS.Signals;
}

export interface ServerProcess {
  readonly pid: number;
  /** Settles with the exit code, or the signal's name. */
  readonly exited: Promise<number | string>;
  /** Asks it to end; kills it after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C in the terminal reaches us alone and the server
 * goes down last; its output goes straight to a file, so that it does not depend on our event loop.
 */
export function spawnServer(command: ServerCommand): ServerProcess {
  const { file, args, logFile, stopSignal, ...options } = command;
  const log = openServerLog(logFile);
  // What it writes is for its owner's eyes only; the mask is inherited.
  const before = process.umask(0o077);
  const child = spawn(file, args, {
    ...options,
    detached: process.platform !== 'win32',
    stdio: ['ignore', log, log],
  });
  process.umask(before);
  closeSync(log);
  const exited = exitOf(child);
  // Without this an uncaught error in the parent would leave the server behind.
  const endWithParent = () => child.kill(stopSignal);
  process.once('exit', endWithParent);
  void exited.then(() => process.off('exit', endWithParent));
  return {
    pid: child.pid ?? -1,
    exited,
    async stop(graceMs = 20_000) {
      child.kill(stopSignal);
      const gone = exited.then(() => true);
      if (await Promise.race([gone, sleep(graceMs, false, { ref: false })])) return;
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Ends a server that an earlier run left behind on `folder`; a stranger that got its process id is left alone. */
export async function stopLeftover(
  pid: number,
  folder: string,
  signal: NodeJS.Signals,
): Promise<boolean> {
  if (pid <= 0 || !isAlive(pid) || !commandOf(pid).includes(folder)) return false;
  process.kill(pid, signal);
  for (let waited = 0; isAlive(pid) && waited < 15_000; waited += 50) await sleep(50);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  while (isAlive(pid)) await sleep(20);
  return true;
}

/** The end of a log, for an error message. */
export function logTail(logFile: string, lines = 8): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

function openServerLog(path: string): number {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) {
    renameSync(path, `${path}.1`);
  }
  return openPrivateLog(path);
}

async function exitOf(child: ChildProcess): Promise<number | string> {
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    return code ?? signal ?? 0;
  } catch (error) {
    return (error as Error).message;
  }
}
