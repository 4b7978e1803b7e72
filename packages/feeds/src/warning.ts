/** What was wrong with a feed and repaired or left out on the way. */
export type FeedWarningCode =
  | 'leading-junk'
  | 'trailing-junk'
  | 'truncated'
  | 'entry-cut'
  | 'entry-unclosed'
  | 'tag-mismatch'
  | 'stray-markup'
  | 'stray-line'
  | 'unclosed-cdata'
  | 'bad-attribute'
  | 'bad-reference'
  | 'undeclared-prefix'
  | 'control-character'
  | 'too-deep'
  | 'too-many-entries'
  | 'field-cut'
  | 'time-limit'
  | 'bad-json'
  | 'bad-date'
  | 'no-page'
  | 'encoding-guessed'
  | 'encoding-repaired'
  | 'content-type';

export interface FeedWarning {
  code: FeedWarningCode;
  /** How often it happened. */
  count: number;
  /** Where it happened first: a character offset in the decoded text, or `null`. */
  offset: number | null;
}

/** Collects warnings by code, so that a feed broken a million times costs one row. */
export class Warnings {
  readonly #byCode = new Map<FeedWarningCode, FeedWarning>();

  add(code: FeedWarningCode, offset: number | null = null): void {
    const known = this.#byCode.get(code);
    if (known) known.count += 1;
    else this.#byCode.set(code, { code, count: 1, offset });
  }

  list(): FeedWarning[] {
    return [...this.#byCode.values()];
  }
}
