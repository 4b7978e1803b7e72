import { type Act, record } from '@nashra/audit';
import type { Db, Queryable } from '@nashra/db';
import { sql } from 'kysely';
import { tellChange } from './tell-change.ts';

/** An image that is not there, or stands as asked for already. */
export class ImageError extends Error {
  override name = 'ImageError';
  readonly code = 'IMAGE_UNFIT';
}

/**
 * Hides an image from readers.
 *
 * @throws ImageError when there is none, or it is hidden already
 */
export async function hideImage(tx: Queryable, act: Act, imageId: number): Promise<void> {
  const row = await tx
    .updateTable('image')
    .set({ hidden_at: sql<Date>`now()`, hidden_by: 'operator', approved_at: null })
    .where('id', '=', imageId)
    .where('hidden_at', 'is', null)
    .returning(['article_id', 'address'])
    .executeTakeFirst();
  if (!row) throw new ImageError(`Image ${imageId} is not shown.`);
  await recordAndTell(tx, act, 'hide', { id: imageId, ...row });
}

/**
 * Shows an image again that was hidden, or says of one that is reported that it may be seen: reports hide it no more.
 *
 * @throws ImageError when there is none
 */
export async function showImage(tx: Queryable, act: Act, imageId: number): Promise<void> {
  const before = await tx
    .selectFrom('image')
    .select(['article_id', 'address', 'hidden_at'])
    .where('id', '=', imageId)
    .forUpdate()
    .executeTakeFirst();
  if (!before) throw new ImageError(`There is no image ${imageId}.`);
  await tx
    .updateTable('image')
    .set({ hidden_at: null, hidden_by: null, approved_at: sql<Date>`now()` })
    .where('id', '=', imageId)
    .execute();
  await tx.deleteFrom('image_report').where('image_id', '=', imageId).execute();
  const wasHidden = before.hidden_at !== null;
  await recordAndTell(tx, act, 'show', { id: imageId, ...before, isQuiet: !wasHidden });
}

async function recordAndTell(
  tx: Queryable,
  act: Act,
  verb: 'hide' | 'show',
  image: { id: number; article_id: number; address: string; isQuiet?: boolean },
): Promise<void> {
  const { id: imageId, article_id: articleId, address } = image;
  const detail = { articleId, address };
  await record(tx, act, { action: `image.${verb}`, subject: `image ${imageId}`, detail });
  if (image.isQuiet) return;
  const kind = verb === 'hide' ? 'image_hidden' : 'image_shown';
  await tellChange(tx, { kind, articleId, imageId, cause: 'operator' });
}

export interface ImageReport {
  readonly image: number;
  /** A hash of who reports, 8 to 64 bytes: nothing personal in clear. */
  readonly reporter: Buffer;
  /** A hash of the prefix of the address that the report came from. */
  readonly prefix: Buffer;
}

/**
 * `counted`; `again`: by one who did before, or of a neighbourhood that many came from; `hidden`: by this report;
 * `settled`: it is hidden already, or a person said that it may be seen; `unknown`: no such image.
 */
export type ReportOutcome = 'counted' | 'again' | 'hidden' | 'settled' | 'unknown';

/** Names that one neighbourhood may report an image under, so that nobody fills the table. */
const PER_PREFIX = 5;

/**
 * Takes a reader's report of an image, and hides it when reports came from so many neighbourhoods, each by people of its
 * own: one person with many names, or with many tries, hides nothing.
 */
export async function reportImage(
  db: Db,
  { image, reporter, prefix }: ImageReport,
  { hideAfter }: { readonly hideAfter: number },
): Promise<ReportOutcome> {
  return await db.transaction().execute(async (tx) => {
    // Locked, so that of the last two reports one sees the other.
    const row = await tx
      .selectFrom('image')
      .select(['article_id', 'hidden_at', 'approved_at'])
      .where('id', '=', image)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return 'unknown';
    if (row.hidden_at || row.approved_at) return 'settled';
    const { rows: counted } = await sql`
      insert into nashra.image_report (image_id, reporter, prefix)
      select ${image}::bigint, ${reporter}, ${prefix}
      where (select count(*) from nashra.image_report where image_id = ${image} and prefix = ${prefix}) < ${PER_PREFIX}
      on conflict do nothing returning 1`.execute(tx);
    if (counted.length === 0) return 'again';
    const { people } = await tx
      .selectFrom('image_report')
      .select(sql<number>`count(distinct prefix)`.as('people'))
      .where('image_id', '=', image)
      .executeTakeFirstOrThrow();
    if (people < hideAfter) return 'counted';
    await tx
      .updateTable('image')
      .set({ hidden_at: sql<Date>`now()`, hidden_by: 'reports' })
      .where('id', '=', image)
      .execute();
    await tellChange(tx, {
      kind: 'image_hidden',
      articleId: row.article_id,
      imageId: image,
      cause: 'operator',
    });
    return 'hidden';
  });
}

export interface StoredImage {
  readonly id: number;
  readonly articleId: number;
  readonly url: string;
  readonly hiddenAt: Date | null;
  readonly hiddenBy: 'operator' | 'reports' | null;
  readonly approvedAt: Date | null;
  readonly reports: number;
}

/** The images of an article, hidden ones too; or those of all articles that are hidden or reported, the latest first. */
export async function listImages(
  db: Queryable,
  { articleId, limit }: { readonly articleId?: number | undefined; readonly limit: number },
): Promise<StoredImage[]> {
  return await db
    .selectFrom('image')
    .select(['id', 'article_id as articleId', 'address as url', 'hidden_at as hiddenAt'])
    .select(['hidden_by as hiddenBy', 'approved_at as approvedAt'])
    .select((eb) =>
      eb
        .selectFrom('image_report')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('image_id', '=', 'image.id')
        .as('reports'),
    )
    .$if(articleId !== undefined, (query) =>
      query.where('article_id', '=', articleId ?? 0).orderBy('position'),
    )
    .$if(articleId === undefined, (query) =>
      query.where(
        sql<boolean>`(hidden_at is not null or id in (select image_id from nashra.image_report))`,
      ),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, reports: row.reports ?? 0 })));
}
