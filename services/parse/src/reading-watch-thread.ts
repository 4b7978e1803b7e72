/** Sees to it, from a thread of its own, that no page holds the process for ever: `reading-watch.ts` says when one begins. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

const { turn, pageMs } = workerData as { readonly turn: Int32Array; readonly pageMs: number };
const LOOK_MS = Math.min(1_000, pageMs / 4);

let seen = 0;
let since = 0;
for (;;) {
  // Nobody writes there: it is a sleep that ends with the thread.
  Atomics.wait(turn, 1, 0, LOOK_MS);
  const now = Atomics.load(turn, 0);
  const spent = cpuMs();
  if (now % 2 === 0 || now !== seen) [seen, since] = [now, spent];
  else if (spent - since > pageMs) {
    writeSync(2, `a page was read for more than ${pageMs} ms of CPU: this process ends\n`);
    process.kill(process.pid, 'SIGKILL');
  }
}

/** Of the whole process, which does nothing else while a page is read: time alone passes on a busy machine, too. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
