import {
  createBatcher,
  createHand,
  type Overrides,
  openService,
  type RunningService,
  startStage,
} from '@nashra/service';
import type { Config } from './config.ts';
import { handleIndex } from './handler.ts';
import { writeBatch } from './write-batch.ts';

/** Writes decided articles, many at a time. */
export async function createIndex(config: Config, overrides?: Overrides): Promise<RunningService> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('index', config, { poolSize: 4 }, overrides));
  const hand = createHand();
  const write = createBatcher((ids: readonly number[]) => writeBatch(service, ids), {
    rows: config.INDEX_BATCH_ROWS,
    ms: config.INDEX_BATCH_MS,
    hand,
  });
  open.use(
    startStage(
      service,
      'index',
      { concurrency: config.INDEX_CONCURRENCY, hand },
      (reference, context) => handleIndex(reference, { write }, context),
    ),
  );
  const held = open.move();
  return { port: service.port, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
