import { type RawBuilder, sql } from 'kysely';

/**
 * The drafts of these, to be said beside a join with them. Of a table that is nearly always empty the planner thinks that it holds
 * one row, and joins by walking all of it, what is gone and cannot be cleared yet included; it looks up what is asked for by id.
 */
export const standing = (rows: readonly { readonly addressId: number }[]): RawBuilder<unknown> =>
  sql`address_id = any(${rows.map(({ addressId }) => addressId)}::bigint[])`;
