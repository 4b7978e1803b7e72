import type { Signature } from '../signature/signature.ts';
import {
  type Candidate,
  type Choice,
  type ChoiceOptions,
  chooseStory,
  DEFAULT_WINDOW_MS,
} from './choose-story.ts';
import { KeyIndex } from './key-index.ts';

export interface ClustererOptions {
  /** How far apart copies may be. */
  readonly windowMs: number;
  /** How long texts are remembered for what is said every day. */
  readonly memoryMs: number;
  /** A key that more texts hold finds too many: it is left out. */
  readonly maxHolders: number;
}

const DEFAULTS: ClustererOptions = {
  windowMs: DEFAULT_WINDOW_MS,
  memoryMs: 7 * 86_400_000,
  maxHolders: 200,
};

/** A text given to `add`. */
export interface Arrival {
  readonly signature: Signature;
  readonly publishedAt: number;
}

/**
 * Assigns texts to stories as they come, with the index of candidates in memory: what the stage does with its
 * tables, for tests, benchmarks and replays of a window.
 */
export function createClusterer(options: Partial<ClustererOptions> = {}) {
  const { windowMs, memoryMs, maxHolders } = { ...DEFAULTS, ...options };
  const texts: Candidate[] = [];
  const index = new KeyIndex();

  function candidatesOf({ signature, publishedAt }: Arrival): Candidate[] {
    const told = signature.keys.filter((key) => index.count(key) <= maxHolders);
    return index
      .likely(told)
      .map((id) => texts[id] as Candidate)
      .filter((text) => Math.abs(publishedAt - text.publishedAt) <= memoryMs);
  }

  return {
    /** Takes a text in; its story is the first text's id. */
    add(
      arrival: Arrival,
      rule?: ChoiceOptions['rule'],
    ): { readonly id: number; readonly storyId: number; readonly choice: Choice } {
      const choice = chooseStory(arrival, candidatesOf(arrival), {
        windowMs,
        ...(rule && { rule }),
      });
      const id = texts.length;
      const storyId = choice.best?.candidate.storyId ?? id;
      texts.push({ ...arrival, id, storyId });
      for (const key of arrival.signature.keys) index.hold(key, id, storyId);
      return { id, storyId, choice };
    },
  };
}
