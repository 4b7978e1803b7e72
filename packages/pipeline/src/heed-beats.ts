import { countBeats, toldLately } from '@nashra/articles';
import type { Queryable } from '@nashra/db';
import { hastenFollowers, keepBeats } from '@nashra/sources';

/** Who takes up a story does so soon, so what was told longer ago hastens nobody. */
const MINUTES = 10;
const ARTICLES = 2_000;
/** So many feeds at a step: a signal of others never becomes a flood. */
const MOST_HASTENED = 200;

/** Learns which publishers are wont to tell what others have told. Returns how many pairs. */
export async function learnBeats(db: Queryable): Promise<number> {
  const beats = await countBeats(db);
  await keepBeats(db, beats);
  return beats.length;
}

/** Has the feeds asked sooner of those who may tell next what has been told since `cursor`. */
export async function heedBeats(
  db: Queryable,
  cursor: number | null,
): Promise<{ readonly hastened: number; readonly cursor: number }> {
  const { told, cursor: next } = await toldLately(db, cursor, {
    minutes: MINUTES,
    limit: ARTICLES,
  });
  return { hastened: await hastenFollowers(db, told, MOST_HASTENED), cursor: next };
}
