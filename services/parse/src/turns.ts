/**
 * Waits for a turn of its own: one in each turn of the event loop, in the order of asking, so that whoever else has something to do or
 * to hear is never further away than one piece of work.
 */
export type Turn = () => Promise<void>;

export function createTurns(): Turn {
  const waiting: (() => void)[] = [];
  let isGoing = false;
  function next(): void {
    const start = waiting.shift();
    isGoing = start !== undefined;
    if (!start) return;
    start();
    setImmediate(next);
  }
  return () =>
    new Promise<void>((start) => {
      waiting.push(start);
      if (isGoing) return;
      isGoing = true;
      setImmediate(next);
    });
}
