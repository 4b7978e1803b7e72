import type { Generated } from 'kysely';

/** Something that a source seems to have published and that is not here, with what speaks for it. */
export interface OmissionTable {
  id: Generated<number>;
  feed_address_id: number;
  kind: string;
  evidence: string;
  since: Generated<Date>;
  /** When it was last found to be so. */
  seen_at: Generated<Date>;
  over_at: Date | null;
}
