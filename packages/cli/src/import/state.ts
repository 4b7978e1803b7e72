import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** What became of the records of one archive, or of the files of one folder. */
export interface Counts {
  readonly records: number;
  readonly entered: number;
  /** The same bytes are kept already. */
  readonly known: number;
  /** By why, how many are not taken in. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** How far an import has come: everything before `place` is in the ledger. */
export interface Mark<Place> {
  readonly place: Place;
  readonly counts: Counts;
  /** An address that it entered: a database that does not know it is another one. */
  readonly witness: number | null;
}

export const NOTHING: Counts = { records: 0, entered: 0, known: 0, leftOut: {} };

/** A file that says how far it is; of something that has changed since it is worth nothing. */
export class StateFile<Place> {
  readonly #path: string;
  readonly #of: string;

  /** @param of what is imported, as it is now */
  constructor(path: string, of: string) {
    this.#path = path;
    this.#of = of;
  }

  read(): Mark<Place> | undefined {
    if (!existsSync(this.#path)) return undefined;
    try {
      const kept = JSON.parse(readFileSync(this.#path, 'utf8'));
      return kept.of === this.#of ? kept.mark : undefined;
    } catch {
      return undefined;
    }
  }

  keep(mark: Mark<Place>): void {
    writeFileSync(`${this.#path}.part`, JSON.stringify({ of: this.#of, mark }));
    renameSync(`${this.#path}.part`, this.#path);
  }

  remove(): void {
    rmSync(this.#path, { force: true });
  }
}
