import { readFile } from 'node:fs/promises';
import { type Check, warn } from './check.ts';

/** Sockets of fetch and its neighbours, and the files that are open beside them. */
const FEWEST = 4_096;

/** How many files a process may open; Node raises the soft limit to the hard one by itself. */
export async function checkOpenFiles(): Promise<Check[]> {
  return judgeOpenFiles(await readFile('/proc/self/limits', 'utf8').catch(() => ''));
}

/** By the text of /proc/self/limits; nothing is said where there is none. */
export function judgeOpenFiles(limits: string): Check[] {
  const hard = Number(/^Max open files\s+\S+\s+(\d+)/m.exec(limits)?.[1] ?? FEWEST);
  if (hard >= FEWEST) return [];
  return [
    warn(
      'Open files',
      `${hard} at the most`,
      `Connections fail with EMFILE under load: raise it (ulimit -Hn 65536, LimitNOFILE= of systemd, ulimits of compose).`,
    ),
  ];
}
