/** An answer that is a matter of less than a millisecond comes at this pace over a line that is slow. */
const SLOW_MS = 100;
/** The quickest of so many counts: this process may have been busy itself. */
const TRIES = 3;

/** Whether a server was slow at this look and at the one before. */
export function watchPace(
  ask: () => Promise<void>,
  now: () => number = () => performance.now(),
): () => Promise<boolean> {
  let wasSlow = false;
  return async () => {
    let quickest = Number.POSITIVE_INFINITY;
    for (let nth = 0; nth < TRIES && quickest >= SLOW_MS; nth += 1) {
      const before = now();
      await ask();
      quickest = Math.min(quickest, now() - before);
    }
    const isSlow = quickest >= SLOW_MS;
    const both = isSlow && wasSlow;
    wasSlow = isSlow;
    return both;
  };
}
