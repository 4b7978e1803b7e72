import type { Queryable } from '@nashra/db';
import { chooseStory, MAX_CANDIDATES, type Match, RULE } from '@nashra/similarity';
import { sql } from 'kysely';
import { MOST_NAMESAKES, NAMES } from './identity.ts';
import { refillKeys } from './refill-keys.ts';
import { findHolders, loadTellings, type Telling } from './tellings.ts';

/** Which articles are decided again, and how far they look, as the stage does. */
export interface Window {
  readonly since: Date;
  readonly until: Date;
  readonly windowHours: number;
  readonly memoryDays: number;
}

/** A story that is there, or one that is not yet, by the article that comes first in it. */
export type Place = { readonly storyId: number } | { readonly apartAs: number };

/** What the rule of today says of an article that an earlier one decided. */
export interface Redecided {
  readonly articleId: number;
  readonly from: number;
  readonly to: Place;
  readonly like: {
    readonly articleId: number;
    readonly sureness: number;
    readonly evidence: object;
  } | null;
}

/** Articles decided again at a time. */
const STEP = 200;
const HOUR = 3_600_000;

/** Today's rule, how many articles of a window an earlier one decided, and how many have no signature that can be compared. */
export async function countUndecided(
  db: Queryable,
  { since, until }: Pick<Window, 'since' | 'until'>,
): Promise<{ readonly rule: string; readonly outdated: number; readonly unsigned: number }> {
  const { rows } = await sql<{ outdated: number; unsigned: number }>`
    select count(*) filter (where s.rule <> ${RULE})::int as outdated,
      count(*) filter (where s.article_id is null)::int as unsigned
    from nashra.article a left join nashra.signature s on s.article_id = a.id
    where a.revision > 0 and a.id >= nashra.id_at(${since}) and a.id < nashra.id_at(${until})`.execute(
    db,
  );
  return { rule: RULE, ...(rows[0] ?? { outdated: 0, unsigned: 0 }) };
}

/**
 * Decides articles of a window again that an earlier rule decided, in the order in which they came, each among those
 * that were there before it, at the places that this run gave them. Moves nothing. What people decided stays.
 */
export async function* redecide(db: Queryable, window: Window): AsyncGenerator<Redecided> {
  await refillKeys(db, window.memoryDays);
  const places = new Map<number, Place>();
  for (let after = 0; ; ) {
    const ids = await outdatedAfter(db, window, after);
    if (ids.length === 0) return;
    after = ids.at(-1) ?? after;
    const texts = await withKeys(db, await loadTellings(db, ids));
    const found = await likelyFor(db, texts, window);
    const tellings = await loadTellings(db, [...found.values()].flat());
    const firsts = await firstsOf(
      db,
      texts.map(({ storyId }) => storyId),
    );
    for (const text of texts) {
      const earlier = (found.get(text.articleId) ?? []).flatMap((id) =>
        id < text.articleId ? (tellings.get(id) ?? []) : [],
      );
      const best = bestOf(text, earlier, places, window);
      const like = best && tellings.get(best.candidate.id);
      const to = like ? placeOf(like, places) : ownPlace(text, firsts, places);
      places.set(text.articleId, to);
      yield { articleId: text.articleId, from: text.storyId, to, like: likeOf(best) };
    }
  }
}

async function outdatedAfter(db: Queryable, { since, until }: Window, after: number) {
  const { rows } = await sql<{ id: number }>`
    select a.id from nashra.article a join nashra.signature s on s.article_id = a.id
    where a.id > ${after} and a.id >= nashra.id_at(${since}) and a.id < nashra.id_at(${until})
      and a.revision > 0 and s.rule <> ${RULE}
      and not exists (select from nashra.ruling r where r.article_id = a.id)
    order by a.id limit ${STEP}`.execute(db);
  return rows.map(({ id }) => id);
}

async function withKeys(db: Queryable, tellings: ReadonlyMap<number, Telling>) {
  const rows = await db
    .selectFrom('signature')
    .select(['article_id', 'keys'])
    .where('article_id', '=', sql<number>`any(${[...tellings.keys()]}::bigint[])`)
    .orderBy('article_id')
    .execute();
  return rows.flatMap(({ article_id, keys }) => {
    const text = tellings.get(article_id);
    return text ? [{ ...text, signature: { ...text.signature, keys: Int32Array.from(keys) } }] : [];
  });
}

/** The members of stories that came first, by story. */
async function firstsOf(
  db: Queryable,
  storyIds: readonly number[],
): Promise<Map<number, number[]>> {
  const { rows } = await sql<{ storyId: number; ids: number[] }>`
    select story.id as "storyId", array(select a.id from nashra.article a where a.story_id = story.id
      order by a.id limit ${MAX_CANDIDATES}) as ids
    from unnest(${[...new Set(storyIds)]}::bigint[]) as story(id)`.execute(db);
  return new Map(rows.map(({ storyId, ids }) => [storyId, ids.map(Number)]));
}

/** Articles that share enough keys with each text, and a few that have its very text or title, by article. */
async function likelyFor(
  db: Queryable,
  texts: readonly Telling[],
  { memoryDays }: Window,
): Promise<Map<number, number[]>> {
  const keys = new Set(texts.flatMap(({ signature }) => [...signature.keys]));
  const { index } = await findHolders(db, keys, memoryDays);
  const { rows: named } = await sql<{ articleId: number; ids: number[] }>`
    select text.id as "articleId", array_agg(distinct held.article_id) as ids
    from unnest(${texts.map(({ articleId }) => articleId)}::bigint[]) as text(id)
    join nashra.article_key own on own.article_id = text.id and own.kind = any(${[...NAMES]}::text[])
    cross join lateral (
      select k.article_id from nashra.article_key k
      where k.kind = own.kind and k.key = own.key and k.article_id < text.id
      order by k.claimed_at desc, k.article_id desc limit ${MOST_NAMESAKES}
    ) as held group by text.id`.execute(db);
  const byName = new Map(named.map(({ articleId, ids }) => [articleId, ids.map(Number)]));
  return new Map(
    texts.map(({ articleId, signature }) => [
      articleId,
      [
        ...new Set([
          ...(byName.get(articleId) ?? []),
          ...index.likely(signature.keys, { before: articleId }),
        ]),
      ],
    ]),
  );
}

function bestOf(
  text: Telling,
  earlier: readonly Telling[],
  places: ReadonlyMap<number, Place>,
  { windowHours, memoryDays }: Window,
): Match | null {
  const candidates = earlier
    .filter((it) => Math.abs(it.publishedAt - text.publishedAt) <= memoryDays * 24 * HOUR)
    .slice(0, MAX_CANDIDATES)
    .map((it) => ({ ...it, id: it.articleId, storyId: numberOf(placeOf(it, places)) }));
  return chooseStory(text, candidates, { windowMs: windowHours * HOUR }).best;
}

/** Where this run has put an article, or where it is. */
function placeOf(
  { articleId, storyId }: Pick<Telling, 'articleId' | 'storyId'>,
  places: ReadonlyMap<number, Place>,
): Place {
  return places.get(articleId) ?? { storyId };
}

/** Each place's own; stories that are not there yet have negative ones. */
const numberOf = (place: Place): number => ('storyId' in place ? place.storyId : -place.apartAs);

/** Who is like nobody keeps the story, unless one that came before it stays there. */
function ownPlace(
  { articleId, storyId }: Telling,
  firsts: ReadonlyMap<number, readonly number[]>,
  places: ReadonlyMap<number, Place>,
): Place {
  const stays = (id: number) => numberOf(placeOf({ articleId: id, storyId }, places)) === storyId;
  const isTaken = (firsts.get(storyId) ?? []).some((id) => id < articleId && stays(id));
  return isTaken ? { apartAs: articleId } : { storyId };
}

function likeOf(best: Match | null): Redecided['like'] {
  return (
    best && {
      articleId: best.candidate.id,
      sureness: best.decision.sureness,
      evidence: best.evidence,
    }
  );
}
