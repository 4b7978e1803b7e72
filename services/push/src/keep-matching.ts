import type { Logger } from '@nashra/log';
import { followBatches, type OpenReader } from '@nashra/reader';
import { keepDoing } from '@nashra/service';

export interface MatchDeps {
  readonly reader: OpenReader;
  readonly log: Logger;
  newest(): Promise<number>;
  /** One step: how many changes were worked through, null where another process is at it. */
  match(): Promise<number | null>;
  onMatched(): void;
}

const PAUSE_MS = 1_000;

/** Matches whenever the change feed wakes it, until disposed; how far it has come is kept by the step itself. */
export function keepMatching(deps: MatchDeps): AsyncDisposable {
  const { reader, log } = deps;
  return keepDoing(async (signal) => {
    try {
      const after = await deps.newest();
      await matchAll(deps, signal);
      for await (const _ of followBatches(reader, { after, signal })) await matchAll(deps, signal);
      return 0;
    } catch (err) {
      if (!signal.aborted) log.warn({ err }, 'saved queries are not held against articles');
      return PAUSE_MS;
    }
  });
}

async function matchAll({ match, onMatched, log }: MatchDeps, signal: AbortSignal): Promise<void> {
  for (let changes: number | null = 1; changes && !signal.aborted; ) {
    changes = await match();
    if (!changes) continue;
    log.debug({ changes }, 'matched');
    onMatched();
  }
}
