import type { Queryable } from '@nashra/db';
import { storableJson } from '@nashra/text';
import { sql } from 'kysely';
import { z } from 'zod';

const instant = z.iso.datetime({ offset: true });

export const draftSchema = z.object({
  title: z.string().min(1),
  authors: z.array(z.string()),
  body: z.string(),
  html: z.string(),
  summary: z.string().nullable(),
  section: z.string().nullable(),
  tags: z.array(z.string()),
  /** BCP 47. */
  language: z.string().nullable(),
  publishedAt: instant.nullable(),
  publishedPrecision: z.enum(['day', 'minute', 'second', 'approx']).nullable(),
  publishedSource: z.string().nullable(),
  modifiedAt: instant.nullable(),
  wordCount: z.int().min(0),
  /** The address the page itself calls its own. */
  canonical: z.string().nullable(),
  images: z.array(
    z.object({
      address: z.string(),
      isLead: z.boolean(),
      caption: z.string().nullable(),
      credit: z.string().nullable(),
      alt: z.string().nullable(),
    }),
  ),
  extractorVersion: z.string(),
  /** The body it was read from. */
  captureId: z.int(),
  facts: z.record(z.string(), z.unknown()),
});

/** What parse read off one page: an article that has no identity yet. */
export type Draft = z.output<typeof draftSchema>;

export const decisionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('new'),
    articleId: z.int(),
    storyId: z.int(),
    copyOf: z.int().nullable(),
    contentHash: z.string(),
  }),
  z.object({ kind: z.literal('revision'), articleId: z.int(), contentHash: z.string() }),
]);

/** What dedupe decided should be written. Copies and unchanged pages need no writing. */
export type Decision = z.output<typeof decisionSchema>;

/** Keeps what was read off pages until their articles are written, by address; earlier drafts are replaced. */
export async function saveDrafts(db: Queryable, drafts: ReadonlyMap<number, Draft>): Promise<void> {
  if (drafts.size === 0) return;
  const rows = [...drafts].map(([addressId, draft]) => ({
    address_id: addressId,
    draft: storableJson(draftSchema.parse(draft)),
    decision: null,
  }));
  await db
    .insertInto('draft')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('address_id').doUpdateSet((eb) => ({
        draft: eb.ref('excluded.draft'),
        decision: null,
        created_at: sql<Date>`now()`,
      })),
    )
    .execute();
}

/** The drafts of these addresses. */
export async function loadDrafts(
  db: Queryable,
  addressIds: readonly number[],
): Promise<Map<number, Draft>> {
  const rows = await db
    .selectFrom('draft')
    .select(['address_id', 'draft'])
    .where('address_id', '=', sql<number>`any(${[...addressIds]}::bigint[])`)
    .execute();
  // Parse has checked what it kept; a shape of before the last change of it would be named there.
  return new Map(rows.map((row) => [row.address_id, row.draft as Draft]));
}

export async function discardDrafts(db: Queryable, addressIds: readonly number[]): Promise<void> {
  await db
    .deleteFrom('draft')
    .where('address_id', '=', sql<number>`any(${[...addressIds]}::bigint[])`)
    .execute();
}
