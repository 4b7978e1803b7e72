import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { boundReaders } from './bound-readers.ts';
import { statOf } from './process-identity.ts';
import { openReaderGroup } from './reader-group.ts';

export interface YieldOptions {
  /** Process ids of readers' sessions on a Postgres of this machine. */
  backends(): Promise<readonly number[]>;
  readonly everyMs?: number;
}

/**
 * Lets readers' sessions have the processors that nobody else wants: Postgres bounds what a session spills and how long it goes
 * on, but not its share of them, and where it runs beside the services ten of them would take most. Answers that come within a
 * second are as quick as before. Where this user may make a control group they have a bounded share besides, while they take much
 * and others work. Until it is disposed of, or its process ends.
 */
export function yieldReaders({ backends, everyMs = 1_000 }: YieldOptions): AsyncDisposable {
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Sessions that have yielded, until they are gone: a process id is used again. */
  let yielded = new Set<number>();
  const group = openReaderGroup();
  const bounding = group && boundReaders(group, () => yielded);
  const done = (async () => {
    while (!signal.aborted) {
      const pids = await backends().catch(() => null);
      if (pids) {
        for (const pid of pids) if (!yielded.has(pid)) group?.take(pid);
        yielded = new Set(pids.filter((pid) => yielded.has(pid) || lower(pid)));
      }
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
    }
  })();
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await done;
      bounding?.[Symbol.dispose]();
      group?.[Symbol.dispose]();
    },
  };
}

/** One that has ended meanwhile, or is another user's, stays as it is. False where it is to be tried again. */
function lower(pid: number): boolean {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SYSTEM_ERROR') throw error;
  }
  return lowerGroup(pid);
}

/**
 * Linux may weigh sessions against each other first, whatever the priority of those within (`CONFIG_SCHED_AUTOGROUP`, sched(7)), and
 * each backend of Postgres leads a session of its own. Who leads none would take others along, and is left. Whoever is not root may
 * do so ten times a second: the others' turn comes.
 */
function lowerGroup(pid: number): boolean {
  try {
    const [, , , session] = statOf(pid);
    if (Number(session) !== pid) return true;
    writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_LOW));
    return true;
  } catch (error) {
    // All others: another system, or a kernel without it.
    return (error as NodeJS.ErrnoException).code !== 'EAGAIN';
  }
}
