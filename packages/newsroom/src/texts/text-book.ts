/**
 * What stories of one language are made of. In the texts `{town}`, `{body}`,
 * `{person}`, `{woman}`, `{man}` and the numbers `{few}` (3–9),
 * `{tens}` (11–99), `{hundreds}` (120–980) stand for what the story draws; every lead names `{tens}`, the figure that
 * a correction corrects.
 */
export interface TextBook {
  readonly towns: readonly string[];
  /** Women and men in turn. */
  readonly people: readonly string[];
  /** Offices and associations that speak. */
  readonly bodies: readonly string[];
  readonly topics: readonly Topic[];
  readonly quotes: readonly string[];
  readonly closers: readonly string[];
  /** `{from}` and `{to}` are the figures before and after. */
  readonly correction: string;
  readonly labels: Labels;
}

export interface Topic {
  readonly section: string;
  readonly titles: readonly string[];
  readonly leads: readonly string[];
  /** One paragraph of each list, in this order. */
  readonly details: readonly (readonly string[])[];
  readonly caption: string;
}

/** The words around an article. */
export interface Labels {
  readonly home: string;
  readonly related: string;
  readonly mostRead: string;
  readonly share: string;
  readonly by: string;
  readonly published: string;
  readonly updated: string;
  readonly comments: string;
  readonly advertisement: string;
  readonly subscribe: string;
  readonly rights: string;
  readonly agency: string;
}

/** Every second word behind every first one: enough places that titles seldom repeat. */
export function placeNames(firsts: readonly string[], seconds: readonly string[]): string[] {
  return firsts.flatMap((first) => seconds.map((second) => `${first} ${second}`));
}
