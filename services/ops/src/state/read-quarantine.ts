import type { Db } from '@nashra/db';

export interface QuarantinedJob {
  readonly id: number;
  readonly queue: string;
  readonly code: string;
  readonly message: string;
  readonly address: string | null;
  readonly at: Date;
}

/** The jobs that were given up last. */
export function readQuarantine(db: Db, limit: number): Promise<QuarantinedJob[]> {
  return db
    .selectFrom('quarantine')
    .leftJoin('address', 'address.id', 'quarantine.address_id')
    .select([
      'quarantine.id',
      'quarantine.queue',
      'quarantine.code',
      'quarantine.message',
      'address.address',
      'quarantine.created_at as at',
    ])
    .orderBy('quarantine.id', 'desc')
    .limit(limit)
    .execute();
}
