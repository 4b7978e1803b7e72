import { ofSameBytes } from '@nashra/captures';
import type { Cause, Queryable } from '@nashra/db';
import type { Tied } from './tie.ts';
import type { Written } from './written.ts';

/**
 * Why each of these is written: the pipeline's doing where the same bytes were read again, whether they lay here or came
 * once more; the source's where they are new. Bytes that are new and read by a new extractor count as the source's.
 */
export async function causesOf(
  tx: Queryable,
  rows: readonly Written[],
  { revised }: Pick<Tied, 'revised'>,
  reread: ReadonlySet<number>,
): Promise<Cause[]> {
  const captures = new Map(revised.map((it) => [it.articleId, it]));
  const pairs = rows.flatMap(({ addressId, articleId }) => {
    const it = captures.get(articleId);
    return it && it.was !== it.is && !reread.has(addressId)
      ? [{ addressId, captureId: it.is, otherId: it.was }]
      : [];
  });
  const same = await ofSameBytes(tx, pairs);
  return rows.map(({ addressId, articleId }) => {
    const it = captures.get(articleId);
    const isOfSame = it !== undefined && (it.was === it.is || same.has(it.is));
    return reread.has(addressId) || isOfSame ? 'pipeline' : 'source';
  });
}
