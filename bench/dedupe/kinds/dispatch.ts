/** A text as an agency sends it, and what another house would make of it. */
export interface Dispatch {
  readonly language: string;
  readonly title: string;
  /** Another house's headline. */
  readonly other: string;
  /** Another house's own first paragraph. */
  readonly lead: string;
  readonly body: readonly string[];
}

/** A text as a house prints it. */
export interface Printed {
  readonly language: string;
  readonly title: string;
  readonly body: string;
  /** Hours after the first text of its case. */
  readonly after?: number;
}

/** What a judge expects of a case: every text with the same letter is one report. */
export interface Case {
  readonly kind: string;
  readonly name: string;
  readonly texts: readonly Printed[];
  /** A letter a text. */
  readonly groups: string;
}
