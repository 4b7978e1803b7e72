import { articlesAt } from '@nashra/articles';
import type { Queryable } from '@nashra/db';

/**
 * Addresses in pieces to be decided one after another. Those with articles of their own are one piece: they are compared with nobody.
 * Others are held against all that is told, while nobody else can decide, so a piece has no more than `most` of them.
 */
export async function apart(
  db: Queryable,
  ids: readonly number[],
  most: number,
): Promise<readonly (readonly number[])[]> {
  const own = await articlesAt(db, ids);
  const strangers = ids.filter((id) => !own.has(id));
  const pieces: number[][] = own.size > 0 ? [ids.filter((id) => own.has(id))] : [];
  for (let at = 0; at < strangers.length; at += most) pieces.push(strangers.slice(at, at + most));
  return pieces;
}
