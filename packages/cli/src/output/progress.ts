import { Presets, SingleBar } from 'cli-progress';

export interface Progress extends Disposable {
  /** So many more are done. */
  add(n: number): void;
}

/** A bar on standard error, while a person looks at it; nothing for scripts. */
export function startProgress(what: string, total: number): Progress {
  if (!process.stderr.isTTY || total === 0) return { add() {}, [Symbol.dispose]() {} };
  const format = `${what} {bar} {value}/{total}, {eta_formatted} to go`;
  const options = { format, stream: process.stderr, hideCursor: true, clearOnComplete: true };
  const bar = new SingleBar(options, Presets.shades_classic);
  bar.start(total, 0);
  return {
    add: (n) => bar.increment(n),
    [Symbol.dispose]: () => bar.stop(),
  };
}
