import { once } from 'node:events';

const LEFTOVER_MS = 2_000;

/**
 * Starts one service as this process and stops it at SIGTERM or SIGINT. The process then ends by itself as soon as
 * nothing is open. BullMQ keeps a timer for ever when it never reached Redis; then, and only then, this ends it.
 */
export async function runService(start: () => Promise<AsyncDisposable>): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  {
    await using _service = await start();
    if (!stop.signal.aborted) await once(stop.signal, 'abort');
  }
  setTimeout(() => process.exit(), LEFTOVER_MS).unref();
}
