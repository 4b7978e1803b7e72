import { type Overrides, openService, type RunningService, startStage } from '@nashra/service';
import type { Config } from './config.ts';
import { handleDedupe } from './handler.ts';
import { loadSubject } from './load-subject.ts';
import type { DedupeDeps } from './ports.ts';
import { recognise } from './recognise.ts';

/** Tells what a draft is: an article nobody had, the next revision of one, or something known. */
export async function createDedupe(config: Config, overrides?: Overrides): Promise<RunningService> {
  await using open = new AsyncDisposableStack();
  const poolSize = config.DEDUPE_CONCURRENCY + 1;
  const service = open.use(await openService('dedupe', config, { poolSize }, overrides));
  const titleWindowMs = config.TITLE_WINDOW_HOURS * 3_600_000;
  const deps: DedupeDeps = {
    load: (addressId) => loadSubject(service.db, addressId),
    recognise: (subject, keys) => recognise(service, subject, keys, titleWindowMs),
  };
  open.use(
    startStage(service, 'dedupe', config.DEDUPE_CONCURRENCY, (reference, context) =>
      handleDedupe(reference, deps, context),
    ),
  );
  const held = open.move();
  return { port: service.port, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
