import type { ColumnType, Generated } from 'kysely';

/** Something that somebody at the console asks for and a service carries out. Its id carries when; see `instantOfId`. */
export interface ErrandTable {
  id: Generated<number>;
  verb: string;
  asked: ColumnType<unknown, string, never>;
  actor: string;
  reason: string | null;
  /** How often somebody has begun with it, and when last. */
  takes: Generated<number>;
  taken_at: Date | null;
  answer: ColumnType<unknown, string | null, string | null>;
  /** Why it was not done, in words for who asked. */
  refusal: string | null;
  ended_at: Date | null;
}
