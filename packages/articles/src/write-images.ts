import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';
import type { BatchRow } from './batch-row.ts';

/** Makes the images of each article those of its new revision; kept ones keep their ids. */
export async function writeImages(tx: Queryable, rows: readonly BatchRow[]): Promise<void> {
  const images = rows.flatMap(({ draft, decision }) =>
    distinct(draft.images).map((image, position) => ({
      article_id: decision.articleId,
      address: image.address,
      position,
      is_lead: image.isLead,
      caption: image.caption,
      credit: image.credit,
      alt: image.alt,
    })),
  );
  const revised = rows.filter((row) => row.number > 1).map((row) => row.decision.articleId);
  if (revised.length > 0) {
    await sql`
      delete from nashra.image where article_id = any(${revised}::bigint[]) and not exists (
        select from unnest(${images.map((it) => it.article_id)}::bigint[],
          ${images.map((it) => it.address)}::text[]) as kept(article_id, address)
        where kept.article_id = image.article_id and kept.address = image.address)`.execute(tx);
  }
  if (images.length === 0) return;
  await tx
    .insertInto('image')
    .values(images)
    .onConflict((conflict) =>
      conflict.columns(['article_id', 'address']).doUpdateSet((eb) => ({
        position: eb.ref('excluded.position'),
        is_lead: eb.ref('excluded.is_lead'),
        caption: eb.ref('excluded.caption'),
        credit: eb.ref('excluded.credit'),
        alt: eb.ref('excluded.alt'),
      })),
    )
    .execute();
}

function distinct<Image extends { address: string }>(images: readonly Image[]): Image[] {
  return [
    ...new Map(images.toReversed().map((image) => [image.address, image])).values(),
  ].reverse();
}
