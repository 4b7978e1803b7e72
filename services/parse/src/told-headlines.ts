/** Whether the pages of publishers have the headlines that their feeds tell of. */
export interface ToldHeadlines {
  /** Whether most of a publisher's pages had them so far; of one whose pages nobody has met, whether a headline has words alone. */
  areShown(publisherId: number, headline: string): boolean;
  note(publisherId: number, isShown: boolean): void;
}

/** More are not remembered, the ones met first forgotten. */
const MOST_PUBLISHERS = 10_000;

/**
 * Only what is the rule with a publisher makes its exception one: feeds that number their entries, or have headlines of their own, tell
 * nothing of what stands in a page's place.
 */
export function openToldHeadlines(): ToldHeadlines {
  const shown = new Map<number, number>();
  return {
    areShown: (publisherId, headline) =>
      (shown.get(publisherId) ?? (/\p{N}/u.test(headline) ? 0 : 1)) > 0,
    note(publisherId, isShown) {
      shown.set(publisherId, (shown.get(publisherId) ?? 0) + (isShown ? 1 : -1));
      const [oldest] = shown.keys();
      if (shown.size > MOST_PUBLISHERS && oldest !== undefined) shown.delete(oldest);
    },
  };
}
