import type { Generated } from 'kysely';

/** One row: the pull of a feed that is asked at the pace of its interval, so that all feeds together are. */
export interface PaceTable {
  one: Generated<boolean>;
  pull: number;
  feeds: number;
  reckoned_at: Generated<Date>;
}
