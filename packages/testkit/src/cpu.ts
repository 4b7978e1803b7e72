import { existsSync, readdirSync, readFileSync } from 'node:fs';

const TICK_MS = 10;

/** CPU ms (user and system) of a process and of all its children, those that have ended too. */
export function cpuOfTree(root: number): number {
  const parents = new Map<number, { parent: number; ticks: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15).map(Number);
      parents.set(Number(name), {
        parent: Number(fields[1]),
        ticks: utime + stime + cutime + cstime,
      });
    } catch {
      // It has ended meanwhile.
    }
  }
  const inTree = (pid: number): boolean => {
    for (let at = pid; at > 1; at = parents.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  let ticks = 0;
  for (const [pid, { ticks: own }] of parents) if (inTree(pid)) ticks += own;
  return ticks * TICK_MS;
}

/** CPU ms of one process alone, to the microsecond; NaN where the system does not tell. */
export function cpuOfProcess(pid: number): number {
  const file = `/proc/${pid}/schedstat`;
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split(' ', 1)[0]) / 1e6 : Number.NaN;
}

/** Resident memory of a process in MiB. */
export function memoryOf(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return (pages * 4_096) / 2 ** 20;
}
