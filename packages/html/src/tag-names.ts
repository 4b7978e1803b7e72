import { foldName, NameTable } from './name-table.ts';
import { FIRST_UNKNOWN_TAG, TAG_NAMES } from './tags.ts';

const known = new NameTable(TAG_NAMES);
/** Tag ids are 16 bits wide. */
const MAX_OWN = 0xffff - FIRST_UNKNOWN_TAG;

/** Numbers the tags of a document: the known ones as in TAG, its own from FIRST_UNKNOWN_TAG on. */
export class TagNames {
  /** The names that are not known, by id - FIRST_UNKNOWN_TAG. */
  readonly own: string[] = [];
  readonly #ids = new Map<string, number>();

  /** The id of the name at a range of `source`, given the hash of its folded units; -1 when there are too many. */
  id(source: string, from: number, to: number, hash: number): number {
    return known.find(source, from, to, hash) || this.#ownId(foldName(source.slice(from, to)));
  }

  #ownId(name: string): number {
    const found = this.#ids.get(name);
    if (found !== undefined) return found;
    if (this.own.length >= MAX_OWN) return -1;
    const id = FIRST_UNKNOWN_TAG + this.own.length;
    this.own.push(name);
    this.#ids.set(name, id);
    return id;
  }
}
