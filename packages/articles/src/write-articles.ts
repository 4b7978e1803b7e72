import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { asPoison } from './poison-row-error.ts';
import { type Written, writeChanges } from './write-changes.ts';

/**
 * Makes the decided drafts of these addresses the next revisions of their articles: text and search vector are there
 * already, so rows are only tied together. The changes come last, since the latch on their order is held to the commit.
 * The caller has locked the addresses.
 *
 * @throws PoisonRowError when the database refuses a row itself
 */
export async function writeArticles(
  tx: Queryable,
  addressIds: readonly number[],
): Promise<Written[]> {
  try {
    const rows = await lockDecided(tx, addressIds);
    if (rows.length === 0) return [];
    const images = await tie(tx, rows);
    await hideSuperseded(tx, rows);
    await writeChanges(tx, rows, images);
    return rows;
  } catch (error) {
    throw asPoison(error);
  }
}

/** In the order of their articles, each with the number of the revision to write; the articles locked. */
async function lockDecided(tx: Queryable, addressIds: readonly number[]): Promise<Written[]> {
  const { rows } = await sql<{ addressId: number; articleId: number; revision: number | null }>`
    select d.address_id as "addressId", d.article_id as "articleId", a.revision
    from (select address_id, article_id from nashra.draft
      where address_id = any(${[...addressIds]}::bigint[]) and article_id is not null
      order by article_id, address_id) d
    left join lateral (select revision from nashra.article where id = d.article_id for update) a on true`.execute(
    tx,
  );
  const numbers = new Map<number, number>();
  return rows.map(({ addressId, articleId, revision }) => {
    if (revision === null) throw new Error(`article ${articleId} is not claimed`);
    const number = (numbers.get(articleId) ?? revision) + 1;
    numbers.set(articleId, number);
    return { addressId, articleId, number };
  });
}

/**
 * Drafts become revisions; each article says what the newest of its own says. Kept images keep their ids.
 *
 * @returns how many more images there are
 */
async function tie(tx: Queryable, rows: readonly Written[]): Promise<number> {
  const { rows: counted } = await sql<{ more: number }>`
    with gone as (
      delete from nashra.draft d
      using json_to_recordset(${JSON.stringify(rows)}::json) as each("addressId" bigint, number integer)
      where d.address_id = each."addressId" returning d.article_id, d.content_id, d.images, each.number
    ), tied as (
      insert into nashra.revision (article_id, number, content_id) select article_id, number, content_id from gone
    ), newest as materialized (
      select distinct on (article_id) * from gone order by article_id, number desc
    ), written as (
      update nashra.article a set revision = newest.number, content_id = newest.content_id, language = c.language,
        updated_at = now(), published_at = coalesce(c.published_at, a.published_at, a.created_at)
      from newest join nashra.content c on c.id = newest.content_id where a.id = newest.article_id
    ), shown as materialized (
      select newest.article_id, i.* from newest cross join lateral jsonb_to_recordset(newest.images)
        as i(address text, position smallint, "isLead" boolean, caption text, credit text, alt text)
    ), hidden as (
      delete from nashra.image i using newest
      where newest.number > 1 and i.article_id = newest.article_id
        and not exists (select from shown where shown.article_id = i.article_id and shown.address = i.address)
      returning 1
    ), kept as (
      insert into nashra.image (article_id, address, position, is_lead, caption, credit, alt)
      select article_id, address, position, "isLead", caption, credit, alt from shown
      on conflict (article_id, address) do update set position = excluded.position, is_lead = excluded.is_lead,
        caption = excluded.caption, credit = excluded.credit, alt = excluded.alt
      returning old.id is null as is_new
    )
    select (select count(*) from kept where is_new) - (select count(*) from hidden) as more`.execute(
    tx,
  );
  return counted[0]?.more ?? 0;
}

/** Who searches finds what articles say now. */
async function hideSuperseded(tx: Queryable, rows: readonly Written[]): Promise<void> {
  const revised = rows.filter(({ number }) => number > 1).map(({ articleId }) => articleId);
  if (revised.length === 0) return;
  await sql`
    update nashra.content c set search = null
    from nashra.revision r join nashra.article a on a.id = r.article_id
    where r.article_id = any(${revised}::bigint[]) and r.number < a.revision
      and c.id = r.content_id and c.search is not null`.execute(tx);
}
