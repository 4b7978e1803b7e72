import {
  createBatcher,
  type Overrides,
  openLanes,
  openService,
  type RunningService,
  startStage,
} from '@nashra/service';
import type { Config } from './config.ts';
import { handleIndex } from './handler.ts';
import type { IndexDeps } from './ports.ts';
import { writeBatch } from './write-batch.ts';

/** Nobody waits for what is in the background: it gathers for so long. */
const BACKGROUND_MS = 300;

/** Writes decided articles, many at a time. */
export async function createIndex(config: Config, overrides?: Overrides): Promise<RunningService> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('index', config, { poolSize: 4 }, overrides));
  const { INDEX_BATCH_ROWS: rows, INDEX_BATCH_MS: ms } = config;
  const write = (ids: readonly number[]) => writeBatch(service, ids);
  const inLane = openLanes<IndexDeps>((name, hand) => {
    const bounds = name === 'news' ? { rows, ms, hand } : { rows, ms: Math.max(ms, BACKGROUND_MS) };
    return { write: createBatcher(write, bounds) };
  });
  open.use(
    startStage(service, 'index', { concurrency: config.INDEX_CONCURRENCY }, (reference, context) =>
      inLane(context, (deps) => handleIndex(reference, deps, context)),
    ),
  );
  const held = open.move();
  return { port: service.port, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
