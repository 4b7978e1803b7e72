import type { Reader } from '@nashra/reader';
import * as door from '@nashra/reader';

export interface Found {
  readonly id: number;
  readonly title: string;
  /** Slug. */
  readonly publisher: string;
  readonly publishedAt: Date;
  readonly language: string | null;
  /** Text around the first hit, hits between `<mark>` and `</mark>`, otherwise as it stands. */
  readonly snippet: string;
  readonly cursor: string;
}

export interface Asked {
  readonly language?: string | undefined;
  readonly publisher?: string | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

export type Search = (question: string, asked: Asked) => Promise<readonly Found[]>;

type DoorSearch = (reader: Reader, question: string, asked: Asked) => Promise<readonly Found[]>;

/** The reader's search; undefined where its door has none. */
export function openSearch(reader: Reader): Search | undefined {
  const { search } = door as { readonly search?: DoorSearch };
  return search && ((question, asked) => search(reader, question, asked));
}
