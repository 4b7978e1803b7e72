import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';

/** Sessions that the kernel gives a bounded share of the processors. */
export interface ReaderGroup extends Disposable {
  /** Has a process belong to it. One that has gone is left. */
  take(pid: number): void;
  /** Bounds all of them together, or lets them have what there is. */
  bound(isBounded: boolean): void;
  /** Whether any of them was made to wait since this was asked last. */
  hasWaited(): boolean;
}

/** Of all processors, what readers have while others work. */
const SHARE = 0.0125;
/** Short, so that a session that is stopped with a lock of Postgres in hand goes on at once. */
const PERIOD_US = 50_000;
/** The kernel takes no less. */
const LEAST_US = 1_000;
const quotaUs = (): number =>
  Math.max(LEAST_US, Math.round(SHARE * availableParallelism() * PERIOD_US));

/** Where a controller's groups lie, and how it is told a bound. */
interface Controller {
  /** In which the group is made: that of this process, or its parent, where a group of processes may have no groups. */
  readonly folder: string;
  readonly set: (group: string, isBounded: boolean) => void;
}

const write = (path: string, value: string | number): void => writeFileSync(path, String(value));

/** Control groups of the first version: cgroups(7), sched-bwc. */
const setFirst = (group: string, isBounded: boolean): void => {
  write(join(group, 'cpu.cfs_period_us'), PERIOD_US);
  write(join(group, 'cpu.cfs_quota_us'), isBounded ? quotaUs() : -1);
};
/** And of the second: `cpu.max`. */
const setSecond = (group: string, isBounded: boolean): void =>
  write(join(group, 'cpu.max'), `${isBounded ? quotaUs() : 'max'} ${PERIOD_US}`);

/** The controllers that this process is under, by /proc/self/cgroup: «4:cpu,cpuacct:/a/b», «0::/a/b». */
function* controllers(root: string, own: string): Generator<Controller> {
  for (const line of own.split('\n')) {
    const [, id, names = '', path = '/'] = /^(\d+):([^:]*):(.*)$/.exec(line) ?? [];
    if (id === undefined) continue;
    if (names.split(',').includes('cpu')) {
      yield { folder: join(root, names, path), set: setFirst };
      yield { folder: join(root, 'cpu', path), set: setFirst };
    } else if (id === '0' && names === '')
      yield { folder: dirname(join(root, path)), set: setSecond };
  }
}

/**
 * Makes a control group for readers' sessions beside this process' own; null where the system has none, or lets this user make
 * none. It is dropped when it is disposed of; what is in it goes back first.
 */
export function openReaderGroup(root = '/sys/fs/cgroup', own = ownGroups()): ReaderGroup | null {
  for (const { folder, set } of controllers(root, own)) {
    const group = join(folder, `nashra-readers-${process.pid}`);
    try {
      mkdirSync(group);
    } catch {
      continue;
    }
    try {
      set(group, false);
      return groupIn(folder, group, set);
    } catch {
      drop(group);
    }
  }
  return null;
}

function groupIn(folder: string, group: string, set: Controller['set']): ReaderGroup {
  const waits = (): number => {
    try {
      return Number(
        /^nr_throttled (\d+)/m.exec(readFileSync(join(group, 'cpu.stat'), 'utf8'))?.[1],
      );
    } catch {
      return 0;
    }
  };
  let seen = waits();
  return {
    take(pid) {
      try {
        write(join(group, 'cgroup.procs'), pid);
      } catch {
        // It has gone, or is another user's.
      }
    },
    bound: (isBounded) => set(group, isBounded),
    hasWaited() {
      const before = seen;
      seen = waits();
      return seen > before;
    },
    [Symbol.dispose]() {
      for (const pid of members(group)) {
        try {
          write(join(folder, 'cgroup.procs'), pid);
        } catch {
          // The same.
        }
      }
      drop(group);
    },
  };
}

function members(group: string): string[] {
  try {
    return readFileSync(join(group, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

function drop(group: string): void {
  try {
    rmdirSync(group);
  } catch {
    // Somebody is in it still, and has no bound: it goes with the machine.
  }
}

function ownGroups(): string {
  try {
    return readFileSync('/proc/self/cgroup', 'utf8');
  } catch {
    return '';
  }
}
