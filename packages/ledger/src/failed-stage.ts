import type { Reason } from './reasons.ts';

/** Why the stage that reads pages drops one; whatever else a page is dropped for the fetch has met. */
export const READ_REASONS: ReadonlySet<Reason> = new Set([
  'empty_body',
  'bytes_lost',
  'no_text',
  'error_page',
  'front_page',
  'other_page',
  'not_an_article',
  'not_a_feed',
  'feed_broken',
  'layout_changed',
  'taken_down',
]);

/** The stage at which an address was dropped for this reason. */
export function stageOfFailure(reason: string): 'fetch' | 'parse' {
  return READ_REASONS.has(reason as Reason) ? 'parse' : 'fetch';
}
