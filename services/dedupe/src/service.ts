import {
  createBatcher,
  type Overrides,
  openLanes,
  openService,
  type RunningService,
  startStage,
} from '@nashra/service';
import { apart } from './apart.ts';
import type { Config } from './config.ts';
import type { Verdict } from './decide.ts';
import { handleDedupe } from './handler.ts';
import type { DedupeDeps } from './ports.ts';
import { recogniseAll } from './recognise.ts';

/** Drafts that wait are recognised together: one look, one claim, one commit. */
const BATCH = {
  news: { rows: 50, ms: 15 },
  // It gathers, since nobody waits for it.
  background: { rows: 48, ms: 300 },
} as const;
/** Of new articles in the background so many are decided at once, for nobody else decides meanwhile. */
const STRANGERS = 8;

/** Tells what a draft is: an article nobody had, the next revision of one, or something known. */
export async function createDedupe(config: Config, overrides?: Overrides): Promise<RunningService> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('dedupe', config, { poolSize: 2 }, overrides));
  const { STORY_WINDOW_HOURS: windowHours, STORY_MEMORY_DAYS: memoryDays } = config;
  const recognise = (ids: readonly number[]) =>
    recogniseAll(service, ids, { windowHours, memoryDays });
  const recogniseApart = async (ids: readonly number[]) => {
    const verdicts = new Map<number, Verdict | null>();
    for (const piece of await apart(service.db, ids, STRANGERS)) {
      const decided = await recognise(piece);
      for (const [at, id] of piece.entries()) verdicts.set(id, decided[at] ?? null);
    }
    return ids.map((id) => verdicts.get(id) ?? null);
  };
  const inLane = openLanes<DedupeDeps>((name, hand) =>
    name === 'news'
      ? { recognise: createBatcher(recognise, { ...BATCH.news, hand }) }
      : { recognise: createBatcher(recogniseApart, BATCH.background) },
  );
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
