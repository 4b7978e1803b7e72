import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@nashra/log';
import {
  type Change,
  ChangesRewoundError,
  ChangesTooOldError,
  followBatches,
  newestSeq,
  type OpenReader,
} from '@nashra/reader';
import { TAGS } from './library.ts';

export interface FollowDeps {
  readonly reader: OpenReader;
  readonly log: Logger;
  readonly signal: AbortSignal;
  /** Milliseconds after which it looks by itself. */
  readonly idleMs?: number | undefined;
  /** Told of what became stale, by its tags; of everything where nothing is named. */
  onStale(tags: readonly string[] | 'all'): void;
}

const PAUSE_MS = 1_000;

/** Tells what becomes stale, as soon as it is committed, until the signal aborts. */
export async function followStale({
  reader,
  log,
  signal,
  idleMs,
  onStale,
}: FollowDeps): Promise<void> {
  while (!signal.aborted) {
    try {
      const after = await newestSeq(reader);
      // What was read before the following began may be stale by now.
      onStale('all');
      for await (const changes of followBatches(reader, { after, signal, idleMs }))
        onStale(tagsOf(changes));
    } catch (err) {
      if (signal.aborted) return;
      if (!(err instanceof ChangesTooOldError || err instanceof ChangesRewoundError))
        log.warn({ err }, 'changes cannot be followed');
      onStale('all');
      await sleep(PAUSE_MS, undefined, { signal }).catch(() => {});
    }
  }
}

/** What a change touches: its article and stories, and all lists. */
export function tagsOf(changes: readonly Change[]): string[] {
  const tags = new Set<string>([TAGS.lists]);
  for (const { articleId, storyId, otherStoryId } of changes) {
    if (articleId !== null) tags.add(TAGS.article(articleId));
    tags.add(TAGS.story(storyId));
    if (otherStoryId !== null) tags.add(TAGS.story(otherStoryId));
  }
  return [...tags];
}
