import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The command line of a process, or '' when it is gone or the platform does not tell. */
export function commandOf(pid: number): string {
  if (process.platform === 'linux') return readProc(pid, 'cmdline').replaceAll('\0', ' ');
  return ps(pid, 'command=');
}

/**
 * Something that two processes with the same id do not share: when it was born. Ids are reused quickly in
 * containers, where a restart often gives the very same numbers.
 */
export function birthOf(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'lstart=');
  // Field 22 is the start time in ticks since boot.
  const ticks = statOf(pid)[19];
  return ticks ? `${readText('/proc/sys/kernel/random/boot_id')}:${ticks}` : '';
}

/** What Linux tells of a process, from the state on, which is proc(5)'s third field; nothing of one that has gone, or elsewhere. */
export function statOf(pid: number): string[] {
  // The name in the second may hold spaces and parentheses.
  const stat = readProc(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readProc(pid: number, file: string): string {
  return readText(`/proc/${pid}/${file}`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}

function ps(pid: number, field: string): string {
  if (process.platform === 'win32') return '';
  return (
    spawnSync('ps', ['-p', String(pid), '-o', field], { encoding: 'utf8' }).stdout?.trim() ?? ''
  );
}
