import {
  authorWords,
  bareOfParticles,
  cutBytes,
  cutText,
  foldText,
  searchConfig,
  searchTextOf,
  stemmable,
} from '@nashra/text';

/** The beginning of a very long text finds it well enough. */
const MOST_CHARACTERS = 100_000;
/**
 * A tsvector holds at most 1 MiB: of a word its bytes and up to five more, which is at worst twice
 * what it takes in the text. Folding makes up to eighteen letters of one, so what comes out is bounded.
 */
const MOST_BYTES = { title: 16 << 10, body: 320 << 10, more: 64 << 10 };

/** What the database makes the search vectors of a text of. */
export interface SearchColumns {
  readonly config: string;
  readonly search_title: string;
  readonly search_body: string;
  /** Words without a place in the text. */
  readonly search_more: readonly string[];
}

/** The columns of one of `{ config, search_title, search_body, search_more }`, as SQL makes vectors of them. */
export const VECTORS = `setweight(to_tsvector(config::regconfig, search_title), 'A')
    || setweight(to_tsvector(config::regconfig, search_body), 'B') || array_to_tsvector(search_more)`;
export const TITLE_VECTOR = 'to_tsvector(config::regconfig, search_title)';

/** How a text is searched, given what it folds to. */
export function searchColumns(
  text: {
    readonly title: string;
    readonly body: string;
    readonly authors: readonly string[];
    readonly language: string | null;
  },
  folded: { readonly title: string; readonly body: string },
): SearchColumns {
  const title = beginning(text.title, folded.title);
  const body = beginning(text.body, folded.body);
  const more = [...authorWords(text.authors), ...bareOfParticles(`${title} ${body}`)].join(' ');
  const config = searchConfig(text.language ?? '');
  return {
    config,
    search_title: cutBytes(stemmable(searchTextOf(title), config), MOST_BYTES.title),
    search_body: cutBytes(stemmable(searchTextOf(body), config), MOST_BYTES.body),
    search_more: cutBytes(more, MOST_BYTES.more).split(' ').filter(Boolean),
  };
}

function beginning(text: string, folded: string): string {
  return text.length <= MOST_CHARACTERS ? folded : foldText(cutText(text, MOST_CHARACTERS));
}
