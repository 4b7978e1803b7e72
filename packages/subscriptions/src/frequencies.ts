import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import type { Frequency } from './anchors.ts';

/** How frequent lexemes are, as Postgres' own statistics have it; without them all are rare. */
export async function readFrequencies(db: Queryable): Promise<Frequency> {
  const { rows } = await sql<{ lexeme: string; share: number }>`
    select lexeme, share from pg_stats,
      unnest(most_common_elems::text::text[], most_common_elem_freqs) as frequent(lexeme, share)
    where schemaname = 'nashra' and tablename = 'content' and attname = 'search' and lexeme is not null`.execute(
    db,
  );
  const shares = new Map(rows.map(({ lexeme, share }) => [lexeme, share]));
  return (lexeme) => shares.get(lexeme) ?? 0;
}
