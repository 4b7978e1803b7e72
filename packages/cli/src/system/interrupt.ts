/**
 * Aborts when the person or the system asks us to end: Ctrl-C, SIGTERM, a closed terminal, or the
 * launcher gone. While it is held, none of them ends the process by itself.
 */
export function untilInterrupted(): { readonly signal: AbortSignal } & Disposable {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, abort);
  process.on('disconnect', abort);
  return {
    signal: stop.signal,
    [Symbol.dispose]() {
      for (const signal of signals) process.off(signal, abort);
      process.off('disconnect', abort);
    },
  };
}
