import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/**
 * How often within a day an article is written that says just what it has said; that with another picture; that with other figures.
 * Readers see each as news, and a page that has one at each look never ends.
 */
const MOST_A_DAY = { same: 2, text: 3, figures: 8 } as const;

const wordsOf = (content: string) =>
  sql.raw(`regexp_replace(${content}.title || ' ' || ${content}.body, '[0-9٠-٩۰-۹]+', '0', 'g')`);

/**
 * Of these addresses, those whose articles have been written often enough today for what their drafts change in them: the publisher's
 * servers show two versions in turns, headlines are tried on readers, a picture is drawn anew or a counter runs in the text.
 */
export async function restlessAmong(
  db: Queryable,
  asked: readonly { readonly addressId: number; readonly articleId: number }[],
): Promise<Set<number>> {
  if (asked.length === 0) return new Set();
  const { rows } = await sql<{ addressId: number }>`
    select asked.address_id as "addressId"
    from unnest(${asked.map((it) => it.addressId)}::bigint[],
      ${asked.map((it) => it.articleId)}::bigint[]) as asked(address_id, article_id)
    join nashra.article a on a.id = asked.article_id and a.revision > ${MOST_A_DAY.same}
    join nashra.draft d on d.address_id = asked.address_id
    join nashra.content said on said.id = d.content_id
    cross join lateral (
      select c.content_hash = said.content_hash as same, c.authors = said.authors
        and c.rights is not distinct from said.rights and c.title = said.title and c.body = said.body as text,
        a.revision >= ${MOST_A_DAY.figures} and c.rights is not distinct from said.rights
          and ${wordsOf('c')} = ${wordsOf('said')} as figures
      from nashra.revision r join nashra.content c on c.id = r.content_id
      where r.article_id = a.id and r.created_at > now() - interval '1 day'
      order by r.number desc limit 50
    ) as told
    group by asked.address_id
    having count(*) filter (where told.same) >= ${MOST_A_DAY.same}
      or count(*) filter (where told.text) >= ${MOST_A_DAY.text}
      or count(*) filter (where told.figures) >= ${MOST_A_DAY.figures}`.execute(db);
  return new Set(rows.map((row) => row.addressId));
}
