import type { ColumnType, Generated } from 'kysely';

/** Who is let into the dashboards, or known at their door: never the token itself. */
export interface OpsTokenTable {
  /** Of the token, 32 bytes. */
  hash: Buffer;
  kind: 'session' | 'device';
  /** By which login; another password ends what the old one opened. */
  login: Buffer;
  /** Whose; null for the login of the settings. */
  who: string | null;
  made_at: Generated<Date>;
  ends_at: ColumnType<Date, Date, never>;
}

/** One of them, as it is asked for. */
export type OpsToken = Pick<OpsTokenTable, 'hash' | 'kind' | 'login' | 'who'>;
