import type { PageObservation, PublisherMemory } from '../types.ts';

export const EMPTY_MEMORY: PublisherMemory = {
  generation: 1,
  pages: 0,
  fit: 0,
  settled: false,
  repeated: new Int32Array(),
  slots: new Int32Array(),
};

/** A redesign: bodies no longer lie where they used to. The old memory is gone. */
export interface LayoutChange {
  readonly generation: number;
  /** Share of recent bodies, by length, in slots that were known to hold bodies. */
  readonly fit: number;
  /** Pages that the forgotten memory had seen. */
  readonly forgottenPages: number;
}

export interface Learned {
  readonly memory: PublisherMemory;
  readonly change: LayoutChange | null;
}

export const REPEATED_ROW = 2;
export const SLOT_ROW = 3;
const MOST_REPEATED = 2000;
const MOST_SLOTS = 400;
/** What a place of a memory holds. */
const MOST_CHARS = 2 ** 31 - 1;
/** Pages after which a redesign can be told from variety. */
const SETTLED = 8;
/** `fit` follows the pages of the last days: a page moves it by this share. */
const FIT_STEP = 0.35;
/** A publisher whose bodies never lay in few slots cannot change them. */
const FIT = 0.6;
const UNFIT = 0.2;
/** Share of all bodies that a slot must hold to be one of the publisher's. */
const OWN_SLOT = 0.15;
/** Counts are halved here, so that what is seen now outweighs what was seen last year. */
const HALVING = 400;

/** Share of the page's body that lies in the publisher's slots; null for pages with hardly a body. */
function fitOf(slots: ReadonlyMap<number, Slot>, page: PageObservation): number | null {
  let body = 0;
  let known = 0;
  let all = 0;
  for (const slot of slots.values()) all += slot.body;
  for (const [at, slot] of page.slots.entries()) {
    if (!page.kept[at]) continue;
    const chars = page.chars[at] as number;
    body += chars;
    const seen = slots.get(slot);
    if (seen && seen.body > seen.other && seen.body > OWN_SLOT * all) known += chars;
  }
  return body < 200 ? null : known / body;
}

interface Slot {
  body: number;
  other: number;
}

interface State {
  pages: number;
  fit: number;
  settled: boolean;
  readonly repeated: Map<number, number>;
  readonly slots: Map<number, Slot>;
}

function open({ pages, fit, settled, repeated, slots }: PublisherMemory): State {
  const state: State = { pages, fit, settled, repeated: new Map(), slots: new Map() };
  for (let at = 0; at < repeated.length; at += REPEATED_ROW) {
    state.repeated.set(repeated[at] as number, repeated[at + 1] as number);
  }
  for (let at = 0; at < slots.length; at += SLOT_ROW) {
    const [body, other] = [slots[at + 1] as number, slots[at + 2] as number];
    state.slots.set(slots[at] as number, { body, other });
  }
  return state;
}

function addPage(state: State, { texts, slots, chars, kept }: PageObservation): void {
  state.pages++;
  for (const text of new Set(texts)) {
    if (text !== 0) state.repeated.set(text, (state.repeated.get(text) ?? 0) + 1);
  }
  for (const [at, slot] of slots.entries()) {
    const seen = state.slots.get(slot) ?? { body: 0, other: 0 };
    if (kept[at]) seen.body += chars[at] as number;
    else seen.other += chars[at] as number;
    state.slots.set(slot, seen);
  }
}

function halve(state: State): void {
  state.pages = Math.ceil(state.pages / 2);
  for (const [hash, pages] of state.repeated) state.repeated.set(hash, Math.floor(pages / 2));
  for (const slot of state.slots.values()) {
    slot.body = Math.floor(slot.body / 2);
    slot.other = Math.floor(slot.other / 2);
  }
}

/** The most telling entries, within bounds; ties are broken by hash, so that equal input gives equal memory. */
function close(state: State, generation: number): PublisherMemory {
  const repeated = [...state.repeated]
    .filter(([, pages]) => pages > 0)
    .sort(([hashA, a], [hashB, b]) => b - a || hashA - hashB)
    .slice(0, MOST_REPEATED)
    .sort(byHash);
  const slots = [...state.slots]
    .filter(([, { body, other }]) => body + other > 0)
    .sort(([hashA, a], [hashB, b]) => b.body + b.other - a.body - a.other || hashA - hashB)
    .slice(0, MOST_SLOTS)
    .sort(byHash)
    .map(([hash, { body, other }]) => [
      hash,
      Math.min(body, MOST_CHARS),
      Math.min(other, MOST_CHARS),
    ]);
  const { pages, fit, settled } = state;
  return {
    generation,
    pages,
    fit,
    settled,
    repeated: Int32Array.from(repeated.flat()),
    slots: Int32Array.from(slots.flat()),
  };
}

const byHash = ([a]: readonly [number, unknown], [b]: readonly [number, unknown]) => a - b;

/**
 * Adds pages of one publisher to what is known of it. When bodies stop lying where they lay, the
 * layout has changed: memory starts anew with the pages at hand, and the change is reported.
 */
export function learnMemory(
  memory: PublisherMemory | null,
  observations: readonly PageObservation[],
): Learned {
  let { generation } = memory ?? EMPTY_MEMORY;
  let state = open(memory ?? EMPTY_MEMORY);
  let change: LayoutChange | null = null;
  for (const page of observations) {
    if (state.pages >= SETTLED) {
      const fit = fitOf(state.slots, page);
      if (fit !== null) state.fit += FIT_STEP * (fit - state.fit);
      if (state.fit > FIT) state.settled = true;
      if (state.settled && state.fit < UNFIT) {
        generation++;
        change = { generation, fit: state.fit, forgottenPages: state.pages };
        state = open(EMPTY_MEMORY);
      }
    }
    addPage(state, page);
    if (state.pages >= HALVING) halve(state);
  }
  return { memory: close(state, generation), change };
}
