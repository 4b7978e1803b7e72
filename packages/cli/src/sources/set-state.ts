import { addressKey, canonicalAddress } from '@nashra/address';
import type { Db, SourceState } from '@nashra/db';
import { sql } from 'kysely';
import { CliError } from '../cli-error.ts';
import { print } from '../output/print.ts';
import { openSystemDb } from '../system/find-system.ts';

export async function runSetState(names: readonly string[], state: SourceState): Promise<void> {
  await using db = openSystemDb();
  for (const name of names) print(`${await setState(db, name, state)} is ${state}.`);
}

/** Pauses or resumes a publisher by its slug, or one feed by its address; says what it was. */
async function setState(db: Db, what: string, state: SourceState): Promise<string> {
  const address = /^https?:/i.test(what) ? canonicalAddress(what) : null;
  const publisher = await db
    .updateTable('publisher')
    .set({ state, updated_at: sql<Date>`now()` })
    .where('slug', '=', what)
    .returning('name')
    .executeTakeFirst();
  if (publisher) return publisher.name;
  const feed =
    address !== null &&
    (await db
      .updateTable('feed')
      .set({ state, ...(state === 'active' ? { next_poll_at: sql<Date>`now()` } : {}) })
      .where('address_id', 'in', (query) =>
        query.selectFrom('address').select('id').where('key', '=', addressKey(address)),
      )
      .returning('id')
      .executeTakeFirst());
  if (feed) return address;
  throw new CliError(`No publisher or feed "${what}". "nashra sources list" shows them all.`);
}
