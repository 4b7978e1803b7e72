import { byteaText, type Queryable } from '@nashra/db';
import { creditsOf, packSignature, signatureOf } from '@nashra/similarity';
import { foldText, storableJson } from '@nashra/text';
import { sql } from 'kysely';
import { contentHash } from './content-hash.ts';
import { type Draft, draftSchema } from './draft.ts';
import { keysOf, type ReadDraft } from './keys-of.ts';
import { asPoison } from './poison-row-error.ts';
import { searchColumns, TITLE_VECTOR, VECTORS } from './search-columns.ts';

/**
 * Keeps what was read off pages until their articles are written: the content as it will stay, its search vector with
 * it, and beside it by what the article can be recognised. Earlier drafts of these addresses are replaced.
 *
 * @throws PoisonRowError when the database refuses a row itself
 */
export async function saveDrafts(db: Queryable, drafts: readonly ReadDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  try {
    await deleteContents(db, await insertDrafts(db, drafts));
  } catch (error) {
    throw asPoison(error);
  }
}

async function insertDrafts(db: Queryable, drafts: readonly ReadDraft[]): Promise<number[]> {
  const { rows } = await sql<{ replaced: number | null }>`
    with each as materialized (
      select nashra.next_id() as id, each.* from json_to_recordset(${storableJson(drafts.map(rowOf))}::json) as each(
        address_id bigint, key_kinds text[], keys bytea[], signature bytea, candidate_keys integer[], credits jsonb,
        images jsonb, title text, authors text[], body text,
        html text, summary text, section text, tags text[], language text, published_at timestamptz,
        published_precision text, published_source text, modified_at timestamptz, word_count integer,
        content_hash bytea, extractor_version text, capture_id bigint, facts jsonb, rights jsonb, config text, search_title text,
        search_body text, search_more text[])
    ), written as (
      insert into nashra.content (id, title, authors, body, html, summary, section, tags, language, published_at,
        published_precision, published_source, modified_at, word_count, content_hash, extractor_version, capture_id,
        facts, rights, search, title_search)
      select id, title, authors, body, html, summary, section, tags, language, published_at, published_precision,
        published_source, modified_at, word_count, content_hash, extractor_version, capture_id, facts, rights,
        ${sql.raw(VECTORS)}, ${sql.raw(TITLE_VECTOR)}
      from each
    )
    insert into nashra.draft (address_id, content_id, key_kinds, keys, signature, candidate_keys, credits, images)
    select address_id, id, key_kinds, keys, signature, candidate_keys, credits, images from each
    on conflict (address_id) do update set content_id = excluded.content_id, key_kinds = excluded.key_kinds,
      keys = excluded.keys, signature = excluded.signature, candidate_keys = excluded.candidate_keys,
      credits = excluded.credits, images = excluded.images, article_id = null, created_at = now()
    returning old.content_id as replaced`.execute(db);
  return rows.flatMap(({ replaced }) => replaced ?? []);
}

function rowOf(read: ReadDraft) {
  const draft = draftSchema.parse(read.draft);
  const { title, body } = draft;
  const language = draft.language ?? '';
  // Once for all that is made of it: a text is folded letter by letter.
  const folded = { title: foldText(title), body: foldText(body) };
  const signature = signatureOf({ title, body, language }, folded);
  const keys = keysOf({ ...read, draft }, signature);
  return {
    address_id: read.addressId,
    key_kinds: keys.map(({ kind }) => kind),
    keys: keys.map(({ key }) => byteaText(key)),
    signature: byteaText(packSignature(signature)),
    candidate_keys: [...signature.keys],
    credits: creditsOf(draft),
    images: distinct(draft.images).map((image, position) => ({ ...image, position })),
    title,
    authors: draft.authors,
    body,
    html: draft.html,
    summary: draft.summary,
    section: draft.section,
    tags: draft.tags,
    language: draft.language,
    published_at: draft.publishedAt,
    published_precision: draft.publishedPrecision,
    published_source: draft.publishedAt === null ? 'crawl' : draft.publishedSource,
    modified_at: draft.modifiedAt,
    word_count: draft.wordCount,
    content_hash: `\\x${contentHash(draft)}`,
    extractor_version: draft.extractorVersion,
    capture_id: draft.captureId,
    facts: draft.facts,
    rights: draft.rights,
    ...searchColumns(draft, folded),
  };
}

function distinct(images: Draft['images']): Draft['images'] {
  return [
    ...new Map(images.toReversed().map((image) => [image.address, image])).values(),
  ].reverse();
}

/** Forgets drafts of which nothing will be written, with their contents. */
export async function discardDrafts(db: Queryable, addressIds: readonly number[]): Promise<void> {
  if (addressIds.length === 0) return;
  const gone = await db
    .deleteFrom('draft')
    .where('address_id', '=', sql<number>`any(${[...addressIds]}::bigint[])`)
    .returning('content_id')
    .execute();
  await deleteContents(
    db,
    gone.map((row) => row.content_id),
  );
}

async function deleteContents(db: Queryable, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .deleteFrom('content')
    .where('id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .execute();
}
