import { secondsOf, secondsOfAll } from './processor-time.ts';
import type { ReaderGroup } from './reader-group.ts';

/** What was taken of the processors meanwhile, in processors. */
export interface Taken {
  readonly readers: number;
  readonly others: number;
  /** Whether readers had to wait for their share. */
  readonly hasWaited: boolean;
}

/** Readers who take this much take it from those who work, if anybody does. */
const MUCH = 0.4;
const WORKS = 0.25;
const RESTS = 0.1;
const SAMPLE_MS = 200;

/** What was taken of the processors until now, in seconds; `at` in ms. */
export interface Sample {
  readonly at: number;
  readonly all: number;
  /** By process id. */
  readonly readers: ReadonlyMap<number, number>;
}

/** Whether readers are to have no more than their share from now on. */
export function isToBeBounded(isBounded: boolean, { readers, others, hasWaited }: Taken): boolean {
  return isBounded ? hasWaited && others >= RESTS : readers >= MUCH && others >= WORKS;
}

/**
 * Bounds readers' sessions while they take much of the processors and others work: a session that yields its turn still takes
 * half of a core from whoever runs on the other half. Until it is disposed of.
 */
export function boundReaders(
  group: ReaderGroup,
  sessions: () => Iterable<number>,
  { look = sample, everyMs = SAMPLE_MS } = {},
): Disposable {
  let isBounded = false;
  let before = look(sessions());
  const timer = setInterval(() => {
    const now = look(sessions());
    const seconds = (now.at - before.at) / 1_000;
    let readers = 0;
    for (const [pid, taken] of now.readers) readers += taken - (before.readers.get(pid) ?? taken);
    const others = now.all - before.all - readers;
    before = now;
    const taken = {
      readers: readers / seconds,
      others: others / seconds,
      hasWaited: group.hasWaited(),
    };
    const wasBounded = isBounded;
    isBounded = isToBeBounded(wasBounded, taken);
    if (isBounded !== wasBounded) group.bound(isBounded);
  }, everyMs);
  timer.unref();
  return {
    [Symbol.dispose]() {
      clearInterval(timer);
    },
  };
}

function sample(pids: Iterable<number>): Sample {
  const readers = new Map<number, number>();
  for (const pid of pids) readers.set(pid, secondsOf(pid));
  return { at: performance.now(), all: secondsOfAll(), readers };
}
