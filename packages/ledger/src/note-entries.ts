import { byteaText, type Queryable } from '@nashra/db';
import { storableJson } from '@nashra/text';
import { sql } from 'kysely';
import type { Sighting } from './sighting.ts';

/** What a feed says of a known address. */
export interface Saying {
  readonly id: number;
  readonly sighting: Sighting;
}

/** What the feed says of them now. */
export async function noteEntries(db: Queryable, said: readonly Saying[]): Promise<void> {
  if (said.length === 0) return;
  await sql`
    update nashra.address a set entry_hash = each.hash, entry = each.entry
    from ${rowsOf(said)} where a.id = each.id`.execute(db);
}

/** The same of those that are this feed's from now on; one that belonged to nobody knows its publisher now. */
export async function adoptEntries(
  db: Queryable,
  said: readonly Saying[],
  { publisherId, foundIn }: { readonly publisherId: number; readonly foundIn: number },
): Promise<void> {
  if (said.length === 0) return;
  await sql`
    update nashra.address a set entry_hash = each.hash, entry = each.entry, found_in = ${foundIn}, unlisted_at = null,
      guid_key = coalesce(each.guid, a.guid_key),
      publisher_id = case when a.publisher_id = 0 then ${publisherId} else a.publisher_id end
    from ${rowsOf(said)} where a.id = each.id`.execute(db);
}

function rowsOf(said: readonly Saying[]) {
  const rows = said.map(({ id, sighting: { entry = null, entryHash, guidKey } }) => ({
    id,
    entry,
    hash: entryHash ? byteaText(entryHash) : null,
    guid: guidKey ? byteaText(guidKey) : null,
  }));
  return sql`json_to_recordset(${storableJson(rows)}::json) as each(id bigint, hash bytea, guid bytea, entry jsonb)`;
}
