import type { Generated } from 'kysely';

/** What characters fold to, from one code point to the next row's; null for themselves. Written by a migration. */
export interface SearchFoldTable {
  first: number;
  folded: string | null;
}

/** Forms of words that no rule leads to what they are searched as. Written by a migration. */
export interface SearchFormTable {
  form: string;
  word: string;
}

/** Words of titles, folded, with how many titles have them as housekeeping counted. */
export interface TitleWordTable {
  word: string;
  /** As it is searched. */
  bare: string;
  titles: Generated<number>;
}
