import type { Arena } from './arena.ts';
import { NameTable, OwnNames } from './name-table.ts';
import type { Source } from './source.ts';
import { FIRST_UNKNOWN_TAG, TAG_NAMES } from './tags.ts';

const known = new NameTable(TAG_NAMES);

/** Numbers the tags of a document: the known ones as in TAG, its own from FIRST_UNKNOWN_TAG on. */
export class TagNames {
  readonly #own: OwnNames;

  constructor(memory: Arena) {
    this.#own = new OwnNames(FIRST_UNKNOWN_TAG, memory);
  }

  /** The id of the name at a range of `source`, given the hash of its folded units; -1 when there are too many. */
  id(source: Source, from: number, to: number, hash: number): number {
    return known.find(source.bytes, from, to, hash) || this.#own.idAt(source, from, to, hash);
  }

  /** The names that are not known, by id - FIRST_UNKNOWN_TAG. */
  get own(): readonly string[] {
    return this.#own.names;
  }
}
