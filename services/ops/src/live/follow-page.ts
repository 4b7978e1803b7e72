import { setTimeout as sleep } from 'node:timers/promises';

/** Where the events of one stream go. */
export interface Sink {
  /** What was written before has not left yet: nothing more is made for somebody who does not read. */
  isFull(): boolean;
  write(event: string): void;
}

export interface Followed {
  /** The page's `main` as it is now; null where it is not to be had any more, for want of a session. */
  render(): Promise<string | null>;
  readonly sink: Sink;
  readonly signal: AbortSignal;
  readonly everyMs: number;
}

/** So many looks without news: then a comment, so that no proxy takes the stream for dead. */
const SILENT = 5;
/** And so many: then the page again, for the ages that it tells. */
const STALE = 20;
const AGES = /<time[^>]*>[^<]*<\/time>/g;

/**
 * Sends a page's `main` when it is another than before, until the signal or the end of the session. What somebody is too slow
 * to read is not kept for them: they get the page as it is when they read again.
 */
export async function followPage({ render, sink, signal, everyMs }: Followed): Promise<void> {
  let shown: string | undefined;
  let quiet = 0;
  while (!signal.aborted) {
    if (!sink.isFull()) {
      const main = await render();
      if (signal.aborted) return;
      if (main === null) return sink.write(eventOf('ended', ''));
      const facts = main.replace(AGES, '');
      quiet += 1;
      if (facts !== shown || quiet > STALE) {
        sink.write(eventOf('page', main));
        shown = facts;
        quiet = 0;
      } else if (quiet % SILENT === 0) sink.write(':\n\n');
    }
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}

/** One event of `text/event-stream`, as the HTML standard has it. */
function eventOf(name: string, data: string): string {
  const lines = data.split(/\r\n?|\n/).map((line) => `data: ${line}\n`);
  return `event: ${name}\n${lines.join('')}\n`;
}
