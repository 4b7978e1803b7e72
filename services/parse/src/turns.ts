import { setImmediate } from 'node:timers/promises';

/**
 * Waits for a turn of its own: one in each turn of the event loop, in the order of asking, so that whoever else has something to do or
 * to hear is never further away than one piece of work.
 */
export type Turn = () => Promise<void>;

export function createTurns(): Turn {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => setImmediate());
    return last;
  };
}
