import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { standing } from './standing.ts';

/** A draft, and the article of which it is the next revision. */
export interface NextOf {
  readonly addressId: number;
  readonly articleId: number;
}

/**
 * Candidate keys of drafts by which their articles are not found yet, each once and in order: hardly any, where a text was read again. Of an
 * article that nobody looks for any more there are none.
 */
export async function freshKeys(
  tx: Queryable,
  drafts: readonly NextOf[],
  memoryDays: number,
): Promise<number[]> {
  if (drafts.length === 0) return [];
  const { rows } = await sql<{ key: number }>`
    select distinct key
    from unnest(${drafts.map((it) => it.addressId)}::bigint[],
      ${drafts.map((it) => it.articleId)}::bigint[]) as next(address_id, article_id)
    join nashra.draft d on d.address_id = next.address_id and d.${standing(drafts)}
    left join nashra.signature s on s.article_id = next.article_id
    cross join unnest(d.candidate_keys) as key
    where next.article_id >= nashra.id_at(now() - make_interval(days => ${memoryDays}::int))
      and not key = any(coalesce(s.keys, '{}'))
    order by key`.execute(tx);
  return rows.map(({ key }) => key);
}
