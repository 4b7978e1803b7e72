import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** Wakes a newsroom's publishers; its ports may be others this time, so feeds of earlier ports rest. */
export async function keepNewsroomAwake(
  db: Queryable,
  { slugs, hosts }: { readonly slugs: readonly string[]; readonly hosts: readonly string[] },
): Promise<void> {
  await db
    .updateTable('publisher')
    .set({ state: 'active' })
    .where('slug', 'in', [...slugs])
    .where('state', '=', 'paused')
    .execute();
  await db
    .updateTable('feed')
    .from('publisher')
    .set({
      state: sql<'active' | 'paused'>`case when feed.host = any(${[...hosts]}::text[])
        then 'active' else 'paused' end`,
    })
    .whereRef('publisher.id', '=', 'feed.publisher_id')
    .where('publisher.slug', 'in', [...slugs])
    .execute();
}

/** Where nothing private may be fetched, an earlier demo's publishers would only fail: they rest. */
export async function restLoopback(db: Queryable): Promise<void> {
  await db
    .updateTable('publisher')
    .set({ state: 'paused' })
    .where('homepage', 'like', 'http://127.0.0.1:%')
    .where('state', '=', 'active')
    .execute();
}
