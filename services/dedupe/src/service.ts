import {
  createBatcher,
  type Overrides,
  openLanes,
  openService,
  type RunningService,
  startStage,
} from '@nashra/service';
import type { Config } from './config.ts';
import { handleDedupe } from './handler.ts';
import type { DedupeDeps } from './ports.ts';
import { recogniseAll } from './recognise.ts';

/** Drafts that wait are recognised together: one look, one claim, one commit. */
const BATCH = {
  news: { rows: 50, ms: 15 },
  // It gathers, since nobody waits for it; and is small, for nobody else decides until it has been decided.
  background: { rows: 8, ms: 300 },
} as const;

/** Tells what a draft is: an article nobody had, the next revision of one, or something known. */
export async function createDedupe(config: Config, overrides?: Overrides): Promise<RunningService> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('dedupe', config, { poolSize: 2 }, overrides));
  const { STORY_WINDOW_HOURS: windowHours, STORY_MEMORY_DAYS: memoryDays } = config;
  const recognise = (ids: readonly number[]) =>
    recogniseAll(service, ids, { windowHours, memoryDays });
  const inLane = openLanes<DedupeDeps>((name, hand) => {
    const bounds = name === 'news' ? { ...BATCH.news, hand } : BATCH.background;
    return { recognise: createBatcher(recognise, bounds) };
  });
  open.use(
    startStage(
      service,
      'dedupe',
      { concurrency: config.DEDUPE_CONCURRENCY },
      (reference, context) => inLane(context, (deps) => handleDedupe(reference, deps, context)),
    ),
  );
  const held = open.move();
  return { port: service.port, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
