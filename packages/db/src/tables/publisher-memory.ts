import type { Generated } from 'kysely';

/** What many pages of one publisher taught the extractor; its shape belongs to packages/extract. */
export interface PublisherMemoryTable {
  publisher_id: number;
  learned: Buffer | null;
  /** When the publisher's layout was last seen to change. */
  layout_changed_at: Date | null;
  updated_at: Generated<Date>;
}
