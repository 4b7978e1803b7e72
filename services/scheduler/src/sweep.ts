import type { BlobStore } from '@nashra/blobs';
import type { Db } from '@nashra/db';
import { sql } from 'kysely';

export interface SweepOptions {
  readonly fetchLogDays: number;
  readonly orphanBlobHours: number;
}

const STEP_ROWS = 5_000;
const STEP_BLOBS = 500;

/** Housekeeping in bounded steps, one call at a time; remembers how far the blobs were looked at. */
export function createSweep(
  db: Db,
  blobs: BlobStore,
  options: SweepOptions,
): () => Promise<Record<string, number>> {
  let cursor: string | undefined;
  return async () => {
    const fetchLogs = await sweepFetchLog(db, options.fetchLogDays);
    const page = await blobs.list(cursor, STEP_BLOBS);
    cursor = page.at(-1)?.sha256;
    const before = Date.now() - options.orphanBlobHours * 3_600_000;
    const old = page.filter((blob) => blob.putAt.getTime() < before).map((blob) => blob.sha256);
    const orphans = await findOrphans(db, old);
    for (const sha256 of orphans) await blobs.delete(sha256);
    return { fetchLogs, blobs: orphans.length };
  };
}

async function sweepFetchLog(db: Db, days: number): Promise<number> {
  const result = await sql`
    delete from nashra.fetch_log where id in (
      select id from nashra.fetch_log where id < nashra.id_at(now() - make_interval(days => ${days}))
      order by id limit ${STEP_ROWS})`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

/** Bytes that neither a revision nor a newest fetch refers to. */
async function findOrphans(db: Db, candidates: readonly string[]): Promise<string[]> {
  if (candidates.length === 0) return [];
  const { rows } = await sql<{ sha256: string }>`
    select encode(sha, 'hex') as sha256
    from unnest(${candidates.map((hex) => Buffer.from(hex, 'hex'))}::bytea[]) as sha
    where not exists (select from nashra.revision where blob_sha256 = sha)
      and not exists (select from nashra.address where blob_sha256 = sha)`.execute(db);
  return rows.map((row) => row.sha256);
}
