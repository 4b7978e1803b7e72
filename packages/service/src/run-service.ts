import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { errorText } from '@nashra/log';
import { bearYoung } from './born-young.ts';
import { collectAtRest } from './rest.ts';

const LEFTOVER_MS = 2_000;
/** After so long most that is ever loaded is. Left to itself Node keeps what it compiled at the end, and a first stop took twenty seconds. */
const COMPILED_MS = 8_000;
/** Whoever orchestrates gives ten seconds. */
const STOP_MS = 8_000;

/**
 * Starts one service as this process and stops it at SIGTERM or SIGINT. The process then ends by itself as soon as
 * nothing is open. It waits for no server that is silent: what is still in its hand after eight seconds is done again by
 * another. BullMQ keeps a timer for ever when it never reached Redis; then, and only then, this ends it.
 */
export async function runService(start: () => Promise<AsyncDisposable>): Promise<void> {
  process.on('uncaughtException', giveUp);
  bearYoung();
  // Whatever is written from here on is for its owner's eyes only.
  process.umask(0o077);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  stop.signal.addEventListener('abort', () => setTimeout(endAsIs, STOP_MS).unref());
  try {
    await using _service = await start();
    using _rest = collectAtRest();
    // Services that are started together do not write together.
    setTimeout(flushCompileCache, COMPILED_MS * (1 + Math.random())).unref();
    if (!stop.signal.aborted) await once(stop.signal, 'abort');
  } catch (error) {
    giveUp(error);
  }
  setTimeout(() => process.exit(), LEFTOVER_MS).unref();
}

function endAsIs(): never {
  process.stderr.write(`not all had ended after ${STOP_MS} ms: this process ends\n`);
  process.exit();
}

/** Left to itself, Node prints all that hangs on an error: of a refused login, the password. */
function giveUp(error: unknown): never {
  process.stderr.write(`${errorText(error)}\n`);
  process.exit(1);
}
