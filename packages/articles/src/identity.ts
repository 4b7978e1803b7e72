import type { ArticleKeyKind, Queryable } from '@nashra/db';
import { sql } from 'kysely';

export type KeyKind = ArticleKeyKind;

export interface IdentityKey {
  readonly kind: KeyKind;
  /** 16 bytes. */
  readonly key: Buffer;
}

/** An article that shares a key with a draft. */
export interface IdentityCandidate {
  readonly kind: KeyKind;
  readonly articleId: number;
  readonly storyId: number;
  readonly publisherId: number;
  readonly claimedAt: Date;
}

/** Keys by which an article is found when those of its parts are crowded: its very text, its very title. */
export const NAMES: ReadonlySet<KeyKind> = new Set(['text', 'title']);

/** Of those that have a draft's very text or title, so many are compared with it. */
export const MOST_NAMESAKES = 8;

/** Articles looked at of each key. A strong kind is never crowded out by a weak one. */
const PER_KEY = 50;

/** The articles that hold each of these keys, the latest claims first; by `nameOfKey`. */
export async function findCandidates(
  tx: Queryable,
  keys: readonly IdentityKey[],
): Promise<Map<string, IdentityCandidate[]>> {
  const asked = new Map(keys.map((it) => [nameOfKey(it), it]));
  const { rows } = await sql<IdentityCandidate & { key: Buffer }>`
    select asked.kind, asked.key, a.id as "articleId", a.story_id as "storyId",
      a.publisher_id as "publisherId", held.claimed_at as "claimedAt"
    from unnest(${[...asked.values()].map((it) => it.kind)}::text[],
      ${[...asked.values()].map((it) => it.key)}::bytea[]) as asked(kind, key)
    cross join lateral (
      select article_id, claimed_at from nashra.article_key k
      where k.kind = asked.kind and k.key = asked.key
      order by claimed_at desc, article_id desc limit ${PER_KEY}
    ) as held
    join nashra.article a on a.id = held.article_id`.execute(tx);
  const found = new Map<string, IdentityCandidate[]>();
  for (const { key, ...candidate } of rows) {
    const name = nameOfKey({ kind: candidate.kind, key });
    const known = found.get(name);
    if (known) known.push(candidate);
    else found.set(name, [candidate]);
  }
  return found;
}

export const nameOfKey = ({ kind, key }: IdentityKey): string => `${kind} ${key.toString('hex')}`;

/** Fresh ids for articles and stories that are about to be claimed. */
export async function reserveIds(tx: Queryable, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select nashra.next_id() as id from generate_series(1, ${count}::int)`.execute(tx);
  return rows.map((row) => row.id);
}
