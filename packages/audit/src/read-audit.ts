import { instantOfId, type Queryable } from '@nashra/db';

export interface AuditEntry {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly reason: string | null;
  readonly detail: unknown;
}

export interface AuditFilter {
  readonly subject?: string;
  readonly limit: number;
}

/** What operators did, the latest first. */
export async function readAudit(
  db: Queryable,
  { subject, limit }: AuditFilter,
): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, at: instantOfId(row.id) }));
}
