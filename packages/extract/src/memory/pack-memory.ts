import type { PublisherMemory } from '../types.ts';
import { REPEATED_ROW, SLOT_ROW } from './learn-memory.ts';

const VERSION = 2;
/** Version, generation, pages, settled, `fit` in two places, rows of texts, rows of slots. */
const HEAD = 8;
const FIT_AT = 4;

/** A memory as bytes: little-endian integers of 32 bits, a head before the rows. */
export function packMemory(memory: PublisherMemory): Buffer {
  const { generation, pages, settled, fit, repeated, slots } = memory;
  const packed = Buffer.alloc(4 * (HEAD + repeated.length + slots.length));
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const put = (at: number, value: number) => view.setInt32(4 * at, value, true);
  put(0, VERSION);
  put(1, generation);
  put(2, pages);
  put(3, Number(settled));
  view.setFloat64(4 * FIT_AT, fit, true);
  put(6, repeated.length / REPEATED_ROW);
  put(7, slots.length / SLOT_ROW);
  for (const [at, value] of repeated.entries()) put(HEAD + at, value);
  for (const [at, value] of slots.entries()) put(HEAD + repeated.length + at, value);
  return packed;
}

/** The same from bytes; null for what another version packed: it is learned anew within some pages. */
export function unpackMemory(packed: Buffer): PublisherMemory | null {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  if (packed.length < 4 * HEAD || view.getInt32(0, true) !== VERSION) return null;
  const get = (at: number) => view.getInt32(4 * at, true);
  const texts = get(6) * REPEATED_ROW;
  const slots = get(7) * SLOT_ROW;
  if (packed.length !== 4 * (HEAD + texts + slots)) return null;
  return {
    generation: get(1),
    pages: get(2),
    settled: get(3) === 1,
    fit: view.getFloat64(4 * FIT_AT, true),
    repeated: Int32Array.from({ length: texts }, (_, at) => get(HEAD + at)),
    slots: Int32Array.from({ length: slots }, (_, at) => get(HEAD + texts + at)),
  };
}
