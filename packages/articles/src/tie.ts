import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { shelving } from './shelves.ts';
import { standing } from './standing.ts';
import type { Written } from './written.ts';

export interface Tied {
  /** How many more there are. */
  readonly images: number;
  /** Of articles that were revised: the captures that the revision before and the new one were read from. */
  readonly revised: readonly {
    readonly articleId: number;
    readonly was: number;
    readonly is: number;
  }[];
}

/**
 * Drafts become revisions; each article says what the newest of its own says and stands on its shelves. Kept images keep
 * their ids, those that are hidden stay known. One that was taken down gets its revision and shows nothing.
 */
export async function tie(tx: Queryable, rows: readonly Written[]): Promise<Tied> {
  // Of a page that says no date: when it was first seen, which an archive may say was long ago.
  const day = sql`coalesce(c.published_at, a.published_at,
    least((c.facts ->> 'seenAt')::timestamptz, a.created_at))`;
  const { rows: tied } = await sql<Tied>`
    with gone as (
      delete from nashra.draft d
      using json_to_recordset(${JSON.stringify(rows)}::json) as each("addressId" bigint, number integer)
      where d.address_id = each."addressId" and d.${standing(rows)} returning d.article_id, d.content_id, d.images, each.number
    ), tied as (
      insert into nashra.revision (article_id, number, content_id) select article_id, number, content_id from gone
    ), newest as materialized (
      select distinct on (article_id) * from gone order by article_id, number desc
    ), written as (
      update nashra.article a set revision = newest.number, language = c.language,
        content_id = case when a.removed_at is null then newest.content_id end,
        updated_at = now(), published_at = ${day},
        published_on = nashra.published_on(a.publisher_id, ${day})
      from newest join nashra.content c on c.id = newest.content_id where a.id = newest.article_id
      returning a.id, a.publisher_id, case when old.revision = 0 then 1 else 0 end as more, old.published_at as was_at,
        old.published_on as was_on, old.content_id as was_content, new.published_at as is_at,
        new.published_on as is_on, new.content_id as is_content
    ), ${shelving}, shown as materialized (
      select newest.article_id, i.* from newest cross join lateral jsonb_to_recordset(newest.images)
        as i(address text, position smallint, "isLead" boolean, caption text, credit text, alt text)
    ), hidden as (
      delete from nashra.image i using newest
      where newest.number > 1 and i.article_id = newest.article_id and i.hidden_at is null
        and not exists (select from shown where shown.article_id = i.article_id and shown.address = i.address)
      returning 1
    ), kept as (
      insert into nashra.image as i (article_id, address, position, is_lead, caption, credit, alt)
      select article_id, address, position, "isLead", caption, credit, alt from shown
      on conflict (article_id, address) do update set position = excluded.position, is_lead = excluded.is_lead,
        caption = excluded.caption, credit = excluded.credit, alt = excluded.alt
      where (i.position, i.is_lead, i.caption, i.credit, i.alt) is distinct from
        (excluded.position, excluded.is_lead, excluded.caption, excluded.credit, excluded.alt)
      returning old.id is null as is_new
    )
    select (select count(*) from kept where is_new) - (select count(*) from hidden) as images,
      coalesce((select json_agg(json_build_object('articleId', w.id, 'was', was.capture_id, 'is', made.capture_id))
        from written w join nashra.content was on was.id = w.was_content
        join nashra.content made on made.id = w.is_content), '[]') as revised`.execute(tx);
  const [result] = tied;
  if (!result) throw new Error('nothing was tied');
  return result;
}
