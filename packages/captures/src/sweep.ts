import type { BlobStore } from '@nashra/blobs';
import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

export interface CaptureSweep {
  /** Where the last step ended; absent at the start of a round. */
  readonly after: { readonly addressId: number; readonly id: number } | undefined;
  readonly hours: number;
  readonly rows: number;
}

/**
 * Forgets captures that no result depends on: that came in longer ago than so many hours, whatever their own time (what an
 * archive brings is old, and may be about to be read), not the newest of their address, and not among
 * those that `inUse` says a revision was read from. Looks at `rows` at the most.
 *
 * @returns how many went, and where to go on; no `next` at the end of a round
 */
export async function sweepCaptures(
  db: Queryable,
  { after = { addressId: 0, id: 0 }, hours, rows }: CaptureSweep,
  ask: {
    newest(addressIds: readonly number[]): Promise<ReadonlyMap<number, number | null>>;
    inUse(ids: readonly number[]): Promise<ReadonlySet<number>>;
  },
): Promise<{ removed: number; next: CaptureSweep['after'] }> {
  const { rows: looked } = await sql<{ address_id: number; id: number; old: boolean }>`
    select address_id, id, id < nashra.id_at(now() - make_interval(hours => ${hours})) as old
    from nashra.capture where (address_id, id) > (${after.addressId}::bigint, ${after.id}::bigint)
    order by address_id, id limit ${rows}`.execute(db);
  const last = looked.at(-1);
  const next =
    looked.length < rows || !last ? undefined : { addressId: last.address_id, id: last.id };
  const old = looked.filter((row) => row.old);
  if (old.length === 0) return { removed: 0, next };
  const newest = await ask.newest(old.map((row) => row.address_id));
  const superseded = old.filter((row) => newest.get(row.address_id) !== row.id);
  const inUse = await ask.inUse(superseded.map((row) => row.id));
  const gone = superseded.filter((row) => !inUse.has(row.id));
  await sql`
    delete from nashra.capture where (address_id, id) in (select * from
      unnest(${gone.map((row) => row.address_id)}::bigint[], ${gone.map((row) => row.id)}::bigint[]))`.execute(
    db,
  );
  return { removed: gone.length, next };
}

/**
 * Deletes bytes that no capture has, of a page of `limit` blobs after `after`. What was put within the last
 * `hours` may belong to a row that is not committed yet.
 */
export async function sweepBlobs(
  db: Queryable,
  blobs: BlobStore,
  { after, hours, limit }: { after: string | undefined; hours: number; limit: number },
): Promise<{ removed: number; next: string | undefined }> {
  const page = await blobs.list(after, limit);
  const before = Date.now() - hours * 3_600_000;
  const old = page.filter((blob) => blob.putAt.getTime() < before).map((blob) => blob.sha256);
  const orphans = await withoutCapture(db, old);
  for (const sha256 of orphans) await blobs.delete(sha256);
  return { removed: orphans.length, next: page.length < limit ? undefined : page.at(-1)?.sha256 };
}

async function withoutCapture(db: Queryable, candidates: readonly string[]): Promise<string[]> {
  if (candidates.length === 0) return [];
  const { rows } = await sql<{ sha256: string }>`
    select encode(sha, 'hex') as sha256
    from unnest(${candidates.map((hex) => Buffer.from(hex, 'hex'))}::bytea[]) as sha
    where not exists (select from nashra.capture where blob_sha256 = sha)`.execute(db);
  return rows.map((row) => row.sha256);
}
