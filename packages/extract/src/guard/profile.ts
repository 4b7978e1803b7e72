import { type Frame, NO_FRAME } from './frame.ts';
import { WATCHED } from './look.ts';
import { NO_PACE, type Pace } from './pace.ts';
import type { Shelf } from './shelves.ts';
import { NO_SPREAD, type Spread } from './spread.ts';

/** What the pages of a publisher have been like; plain data, that is kept as JSON. */
export interface GuardProfile {
  readonly version: 1;
  /** Milliseconds since 1970: of the first page, and when counts were halved last. */
  readonly firstAt: number;
  readonly halvedAt: number;
  /** By WATCHED and by how many of the few pages before lacked it: of how many it was asked, on how many found. */
  readonly asked: readonly number[];
  readonly found: readonly number[];
  /** Of articles: the logarithm of their words, and how sure their bodies are. */
  readonly words: Spread;
  readonly sureness: Spread;
  /** Of articles as long as usual: how many show a film. */
  readonly films: Spread;
  readonly shelves: readonly Shelf[];
  readonly pace: Pace;
  readonly frame: Frame;
  /** How much of the frame a page has, and how much of its order. */
  readonly kept: Spread;
  readonly ordered: Spread;
  /** The latest pages, as `bitsOf` has them: they teach when the next so many have come and nobody was alarmed. */
  readonly latest: readonly number[];
  /** By WATCHED: which of the few pages before the latest, and before the next, lacked it, as bits. */
  readonly lacked: readonly number[];
  readonly lacking: readonly number[];
  /** By WATCHED: evidence that it has collapsed, and when that began. */
  readonly doubts: readonly number[];
  readonly since: readonly number[];
}

/** So many pages before a page say what is likely of it: who publishes, publishes several of a kind in a row. */
export const RUN = 4;

const NINE: readonly number[] = WATCHED.map(() => 0);
const ALL: readonly number[] = WATCHED.flatMap(() => Array.from({ length: RUN + 1 }, () => 0));

/** Of a publisher whose pages nobody has seen. */
export function newProfile(at: number): GuardProfile {
  return {
    version: 1,
    firstAt: at,
    halvedAt: at,
    asked: ALL,
    found: ALL,
    words: NO_SPREAD,
    sureness: NO_SPREAD,
    films: NO_SPREAD,
    shelves: [],
    pace: NO_PACE,
    frame: NO_FRAME,
    kept: NO_SPREAD,
    ordered: NO_SPREAD,
    latest: [],
    lacked: NINE,
    lacking: NINE,
    doubts: NINE,
    since: NINE,
  };
}

/** A profile as it was kept; null for what another version wrote. */
export function readProfile(kept: unknown): GuardProfile | null {
  const profile = kept as GuardProfile | null;
  // What was kept before films, shelves and pace were watched has none of them.
  return profile?.version === 1 ? { ...newProfile(profile.firstAt), ...profile } : null;
}
