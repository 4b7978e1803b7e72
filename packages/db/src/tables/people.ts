import type { ColumnType, Generated } from 'kysely';

/** What somebody may do in the dashboards, each all that the one before may. */
export type OpsRole = 'viewer' | 'operator' | 'admin';

/** Who is let into the dashboards, beside the login of their settings. */
export interface OpsUserTable {
  name: string;
  role: OpsRole;
  salt: Buffer;
  /** What scrypt makes of the password. */
  hash: Buffer;
  /** Made up with each password: sessions that another one opened are not found. */
  login: Buffer;
  /** Of who signs on elsewhere: issuer and subject, as the provider has them. */
  subject: string | null;
  made_at: Generated<Date>;
}

/** What a program says who it is by: never the token itself. Its id carries when it was made. */
export interface ApiTokenTable {
  id: Generated<number>;
  hash: Buffer;
  who: string;
  name: string;
  scopes: string[];
  ends_at: ColumnType<Date, Date, never>;
}
