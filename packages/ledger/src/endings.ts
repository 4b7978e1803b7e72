import type { Reason } from './reasons.ts';

/**
 * Whether an address that came to nothing may still come to something: `passing` is looked at again, after growing
 * pauses, as long as something lists it; `closed` is let alone until its entry changes; `final` for ever.
 */
export type Ending = 'passing' | 'closed' | 'final';

/** The whole table: what is not in it passes, whatever a server invents. */
const ENDINGS: Readonly<Partial<Record<Reason, Ending>>> = {
  // The web says so.
  gone: 'final',
  http_451: 'final',
  robots_denied: 'final',
  taken_down: 'final',
  // It was had and read, and is something else; who edits it may make it an article.
  not_an_article: 'closed',
  too_large: 'closed',
};

export function endingOf(reason: Reason): Ending {
  return ENDINGS[reason] ?? 'passing';
}

/**
 * Whether what ended it is asked for again anyway, and may be taken back: robots.txt. A site that was shut by mistake for an hour would
 * lose that hour's news for ever.
 */
export const mayBeTakenBack = (reason: Reason): boolean => reason === 'robots_denied';

/** Whether an edit of its entry, whose link still leads there, may take back what ended it: pages that were withdrawn come back. */
export const mayReturn = (reason: Reason): boolean => reason === 'gone' || reason === 'http_451';

/** Endings that brought nothing: the more of them in a row, the later the next look. */
export function isVain(state: string, reason: Reason | null): boolean {
  return state === 'dropped' || (reason !== null && NOTHING_NEW.has(reason));
}

const NOTHING_NEW: ReadonlySet<Reason> = new Set(['unchanged', 'not_modified', 'nothing_new']);
